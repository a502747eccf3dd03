import type * as Library from 'react';
import { ATTRIBUTES, BODY_TAG, FILM, HEAD_TAG, OFFERS, PICTURE, pathOf, VIEWS, viewAt } from './shop.js';

export interface ShopProps {
  view: string;
  /** The whole document, and not only an element in it, is React's. */
  whole?: boolean;
}

/** The shop as an app of any version of React; plain elements, held as the README says, and nothing from our bindings. */
export function shopOf({ createElement: h, useEffect, useState }: typeof Library) {
  function Page({ view: first, whole }: ShopProps) {
    const [view, show] = useState(first);
    useEffect(() => {
      const back = () => show(viewAt(location.pathname));
      addEventListener('popstate', back);
      window.alive = true;
      return () => removeEventListener('popstate', back);
    }, []);
    const link = (name: string) =>
      h(
        'a',
        {
          key: name,
          href: pathOf(name),
          onClick: (event: { preventDefault(): void }) => {
            event.preventDefault();
            history.pushState({}, '', pathOf(name));
            show(name);
          },
        },
        name,
      );
    return h(
      'main',
      null,
      h('h1', null, view),
      h('nav', null, VIEWS.map(link)),
      h('iframe', { title: 'Film', 'data-consent': 'marketing', 'data-src': FILM }),
      h('img', { alt: '', 'data-consent': 'marketing', 'data-src': PICTURE }),
      !whole && h('template', { 'data-consent': 'marketing', dangerouslySetInnerHTML: { __html: OFFERS } }),
      h('script', { type: 'text/plain', 'data-consent': 'analytics', src: BODY_TAG }),
      h('p', null, h('button', { type: 'button', 'data-consent-open': true }, 'Privacy settings')),
      h('p', null, h('a', { href: '#', 'data-consent-open': true }, 'Cookies')),
    );
  }
  const tag = Object.fromEntries(
    [...ATTRIBUTES.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  function Whole({ view, whole }: ShopProps) {
    return h(
      'html',
      { lang: 'en' },
      h(
        'head',
        null,
        h('meta', { charSet: 'utf-8' }),
        h('title', null, 'Shop'),
        h('link', { rel: 'icon', href: 'data:,' }),
        h('script', { src: '/askfirst/askfirst.js', ...tag }),
        h('script', { type: 'text/plain', 'data-consent': 'analytics', src: HEAD_TAG }),
      ),
      h('body', null, h(Page, { view, whole })),
    );
  }
  return (props: ShopProps) => h(props.whole ? Whole : Page, props);
}
