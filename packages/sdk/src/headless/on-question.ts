import type { CategoryText, Locale, Service } from '@askfirst/data';
import { locales } from '@askfirst/data/locales';
import { locale as english } from '@askfirst/data/locales/en';
import type { ConsentManager } from '../core/create-consent.js';
import { resolveCategories } from '../policy/categories.js';
import { factsOf } from '../policy/facts-of.js';
import { languageOf } from '../policy/language.js';
import { linkTo } from '../policy/link.js';
import { namedById } from '../policy/named-by-id.js';
import { own } from '../policy/own.js';
import { withEachService } from '../policy/per-service.js';
import type { Options } from '../policy/types.js';
import { withFacts } from '../policy/with-facts.js';
import { withOwnTexts } from '../policy/with-own-texts.js';
import { questionValues } from '../ui/question.js';
import { fill, labelOf } from '../ui/words.js';

/** A category that is asked about, in the visitor's language. */
export interface Asked {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly services: readonly Service[];
}

/** Everything that a first layer shows and does. */
export interface Question {
  /** BCP 47 language of the texts, and its direction: write both on the element that asks. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The sentences of Askfirst's own banner, filled in, or yours from `ui.texts`. */
  readonly texts: {
    readonly title: string;
    readonly ask: string;
    readonly withdraw: string;
    readonly serviceCount: string;
    readonly policyLink: string;
    readonly accept: string;
    readonly reject: string;
    readonly choose: string;
    readonly announcement: string;
  };
  /** Address of the privacy policy, if the site has named one. */
  readonly policyUrl?: string;
  readonly due: readonly Asked[];
  /** Records a yes to all that is due. */
  accept(): void;
  /** Records a no to every category. */
  reject(): void;
  /** Opens the preferences. */
  choose(): void;
}

/** What a question needs of consent. */
type Consent = Pick<ConsentManager, '$consent' | 'decide' | 'rejectAll' | 'open'>;

/** The texts in the first available language of a list of BCP 47 tags. English is there at once, and where a language does not load. */
async function textsIn(wanted: string): Promise<Locale> {
  const lang = languageOf(wanted, Object.keys(locales));
  if (lang === 'en') return english;
  return (locales[lang] as NonNullable<(typeof locales)[string]>)().then(
    ({ locale }) => locale,
    () => english,
  );
}

type Facts = Awaited<ReturnType<typeof factsOf>>;

function questionFor(consent: Consent, options: Options, texts: Locale, facts: Facts): Question {
  const locale = withOwnTexts(texts, options);
  const { due } = consent.$consent.get();
  const services = (options.services ?? []).map((service) => withFacts(service, facts[service.id]));
  const categoriesWith = (more: Options['categories']) =>
    withEachService(
      resolveCategories({ ...options, services, categories: { ...more, ...options.categories } }),
      options.perService,
    );
  const known = categoriesWith({});
  // Options that are not those of the consent lack what is due. A question that does not name it would be none.
  const missing = due.filter((each) => !known.some(({ key }) => key === each));
  const categories = categoriesWith(Object.fromEntries(missing.map((key) => [key, {}])));
  const view = { locale, state: { options, categories, $consent: consent.$consent } };
  const values = questionValues(view);
  const policyUrl = linkTo(options.policy?.url);
  const { title, withdraw, policyLink, accept, reject, choose, announcement } = locale;
  return {
    lang: locale.lang,
    dir: locale.dir,
    texts: {
      title,
      ask: fill(locale.ask, values),
      withdraw,
      serviceCount: fill(locale.serviceCount, values),
      policyLink,
      accept,
      reject,
      choose,
      announcement,
    },
    ...(policyUrl && { policyUrl }),
    due: categories
      // A service that may be answered about alone is part of its category, unless only the service is due.
      .filter(({ key, within = '' }) => due.includes(key) && !due.includes(within))
      .map((category) => {
        const usual = (locale.categories as Record<string, CategoryText | undefined>)[category.key];
        const description = category.description ?? usual?.description;
        const { key, services } = category;
        return { key, label: labelOf(view, category), services, ...(description && { description }) };
      }),
    accept: () => consent.decide(Object.fromEntries(due.map((key) => [key, true]))),
    reject: () => consent.rejectAll(),
    choose: () => consent.open(),
  };
}

/**
 * Tells your own interface what to ask, now and at each change. Set `ui: { layout: 'none' }`, so that Askfirst draws no banner; it
 * keeps the preferences, and everything is denied until somebody answers.
 *
 * @param consent The site's consent, from `createConsent` or `window.askfirst`.
 * @param options The same as for `createConsent`.
 * @param draw Gets the question, or `null` when there is nothing to ask any more.
 * @returns A function that ends it.
 * @throws Nothing. Options that cannot be read ask nothing.
 * @example
 * const stop = onQuestion(consent, options, (question) => question ? draw(question) : remove())
 */
export function onQuestion(consent: Consent, options: Options, draw: (question: Question | null) => void): () => void {
  let right: Options;
  try {
    right = own(options);
  } catch {
    return () => {};
  }
  let isOver = false;
  let drawn: string | undefined;
  const stop = consent.$consent.subscribe(async ({ ask, due }) => {
    const languages = [right.ui?.lang, globalThis.document?.documentElement.lang, globalThis.navigator?.languages];
    const [texts, facts] = ask
      ? // Without its facts a service has its id for a name.
        await Promise.all([textsIn(languages.join()), factsOf(namedById(right.services)).catch(() => ({}))])
      : [];
    // Answered, or asked about more, while the texts loaded: that has been told by itself.
    const now = consent.$consent.get();
    const key = now.ask ? due.join() : '';
    if (isOver || now.ask !== ask || now.due.join() !== due.join() || key === drawn) return;
    drawn = key;
    draw(texts ? questionFor(consent, right, texts, facts ?? {}) : null);
  });
  return () => {
    isOver = true;
    stop();
  };
}
