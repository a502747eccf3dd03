import { createStore } from './store.js';

export const languages = ['en', 'th'] as const;
export type Language = (typeof languages)[number];

export const screens = ['studio', 'projects', 'credits', 'sign-in', 'settings', 'settings/legal', 'privacy'] as const;
export type Screen = (typeof screens)[number];

export interface Route {
  language: Language;
  /** `null` for an address that leads nowhere. */
  screen: Screen | null;
}

const known = <T extends string>(list: readonly T[], value: string) => list.find((each) => each === value);

/** The language stands in the address, so nothing has to be stored for it. */
function read(language: Language): Route {
  const [first = '', ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  const named = known(languages, first);
  const path = (named ? rest : [first, ...rest]).join('/') || 'studio';
  return { language: named ?? language, screen: known(screens, path) ?? null };
}

const preferred = (): Language =>
  navigator.languages.map((tag) => known(languages, tag.slice(0, 2))).find((language) => language) ?? 'en';

export const route = createStore(read(preferred()));

addEventListener('hashchange', () => route.set(read(route.get().language)));

/** @example addressOf('privacy') // '#/en/privacy' */
export const addressOf = (screen: Screen, language = route.get().language): string => `#/${language}/${screen}`;

export const goTo = (screen: Screen): void => {
  location.hash = addressOf(screen);
};
