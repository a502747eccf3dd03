import { watchElements } from '../effects/elements.js';
import { languagesOf } from '../effects/languages.js';
import type { Env } from '../env/env.js';
import { optOutStatus } from '../policy/opt-out-status.js';
import { withOwnTexts } from '../policy/with-own-texts.js';
import type { State } from '../state/types.js';
import { fillLegal, type Shown, type Texts } from './legal-elements.js';
import { statusLines } from './status-lines.js';

/** Sites that tell already. */
const telling = new WeakSet<State>();

/**
 * Shows what the law of the visitor's place wants shown: fills `<consent-link>` and `<consent-status>`, and puts a status line beside
 * each `data-consent-open` where the law wants to see that Global Privacy Control was honored.
 *
 * @param words Gets the texts in the first available language of a list of BCP 47 tags.
 */
export function tell(state: State, env: Env, words: (wanted: string) => Promise<{ locale: Texts }>): void {
  if (telling.has(state) || !env.stops[0]) return;
  telling.add(state);
  const { doc, win, stops } = env;
  const { $consent, options } = state;
  const hosts = new Set<HTMLElement>();
  let known: Pick<Shown, 'law' | 'texts'> | undefined;
  let said = '';
  let turn = 0;

  // Pages hide what is not defined until its script has come.
  for (const name of ['consent-link', 'consent-status'])
    if (!win.customElements.get(name)) win.customElements.define(name, class extends win.HTMLElement {});
  const drawLines = statusLines(env);
  const draw = () => {
    if (!known) return;
    const { law, texts } = known;
    const consent = $consent.get();
    const shown: Shown = {
      law,
      texts,
      status: optOutStatus(consent, state.categories, law, texts.law, texts.lang),
      hasPlace: !!doc.querySelector('consent-status:not([data-beside])'),
    };
    drawLines(consent.gpc && !!law?.gpcStatus);
    for (const host of hosts) if (!host.isConnected) hosts.delete(host);
    // Screen readers say it once: from one of several places, and not again from one that a router puts in its stead.
    const isNews = shown.status !== said;
    const places = isNews
      ? [...hosts].filter(({ localName }) => !shown.hasPlace || localName === 'consent-status')
      : [];
    // Nothing is read from a menu that is closed.
    const speaker = places.find((host) => host.checkVisibility?.({ visibilityProperty: true })) ?? places[0];
    for (const host of hosts) fillLegal(host, shown, isNews ? host === speaker : undefined);
    said = shown.status;
  };
  const refresh = async () => {
    const mine = ++turn;
    const { locale } = await words(languagesOf(options, env));
    // Another law or language came meanwhile.
    if (mine !== turn || !stops[0]) return;
    known = { law: state.law, texts: withOwnTexts(locale, options) };
    draw();
  };

  let regime: string | null | undefined;
  stops.push(
    $consent.subscribe((consent) => {
      if (consent.regime === regime) return draw();
      regime = consent.regime;
      // If the words do not load, the page stays as it is.
      refresh().catch(() => {});
    }),
  );
  watchElements(env, 'consent-link,consent-status', (host) => void hosts.add(host), draw);
  const language = new win.MutationObserver(() => refresh().catch(() => {}));
  language.observe(doc.documentElement, { attributeFilter: ['lang'] });
  stops.push(() => {
    telling.delete(state);
    language.disconnect();
    drawLines(false);
    for (const host of hosts) host.shadowRoot?.replaceChildren();
  });
}
