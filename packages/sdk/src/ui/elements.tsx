import { type ComponentChildren, h, render } from 'preact';
import { decide } from '../state/decide.js';
import type { View } from '../state/types.js';
import { categories, serviceList } from './categories.js';
import { announce, shell } from './shell.js';

type Content = (view: View) => ComponentChildren;

/** The switches in the flow of a page. Each acts at once. */
const inlinePreferences: Content = (view) => {
  const { locale, state } = view;
  const onChange = ({ target, currentTarget }: Event & { currentTarget: HTMLElement }) => {
    const { name, checked } = target as HTMLInputElement;
    decide(state, { [name]: checked }, 'inline');
    announce(currentTarget, locale.saved);
  };
  return (
    <section part="inline" aria-label={locale.preferences} onChange={onChange}>
      {categories(view, true)}
      <p class="small facts">
        <span>{locale.appliesAtOnce}</span>
        <span role="status" />
      </p>
    </section>
  );
};

/** Every service and everything it keeps, from the same source that does the work. */
const declaration: Content = (view) => [
  categories(view, false, (services) => serviceList(view, services)),
  <p class="small">{view.locale.lifetimeNote}</p>,
];

// An element can be defined only once per page and outlives every mount, so it shows the newest view there is.
let newest: View | undefined;
const connected = new Map<HTMLElement, Content>();

const redraw = () =>
  connected.forEach((content, host) => {
    const root = newest ? shell(host, newest) : host.shadowRoot;
    if (root) render(newest && content(newest), root);
  });

const define = (name: string, content: Content) => {
  if (customElements.get(name)) return;
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        connected.set(this, content);
        redraw();
      }
      disconnectedCallback() {
        connected.delete(this);
      }
    },
  );
};

/** Brings `<consent-preferences>` and `<consent-declaration>` to life. */
export const showElements = (view: View): (() => void) => {
  newest = view;
  define('consent-preferences', inlinePreferences);
  define('consent-declaration', declaration);
  const stop = view.state.$consent.subscribe(redraw);
  return () => {
    stop();
    if (newest === view) newest = undefined;
    redraw();
  };
};
