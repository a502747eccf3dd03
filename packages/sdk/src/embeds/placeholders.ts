import type { Locale, Service } from '@askfirst/data';
import { languagesOf } from '../effects/languages.js';
import type { Marked } from '../effects/once.js';
import type { Draw, Once } from '../effects/placeholder.js';
import type { Env } from '../env/env.js';
import { closest } from '../policy/declared.js';
import type { State } from '../state/types.js';
import { type Card, drawCard, emptyFrame } from './card.js';

/** The texts that a card needs, of one language. */
export type Texts = Pick<Locale, 'lang' | 'dir' | 'separator' | 'servicePolicy' | 'embed'> & {
  readonly categories: Readonly<Record<string, { readonly label: string } | undefined>>;
};

/** What loads later. */
export interface Sources {
  /** Gets the texts in the first available language of a list of BCP 47 tags. */
  words(wanted: string): Promise<{ locale: Texts }>;
  /** Gets which service of the catalogue an address belongs to, by its id. */
  hosts(): Promise<{ idAt(address: URL): string | undefined }>;
  /** Gets what the catalogue knows of services, by their ids. */
  catalogue(): Promise<{ factsOf(ids: readonly string[]): Promise<Readonly<Record<string, Service>>> }>;
  /** Records an answer. */
  decide(answer: Readonly<Record<string, boolean>>): unknown;
}

/** A frame without an address. Owners write `about:blank` where a validator wants one. */
const isEmpty = (frame: HTMLIFrameElement) => /^(about:blank)?$/.test(frame.getAttribute('src') ?? '');

/** How often cards follow what changes at the root of the page. Milliseconds. */
const PACE_MS = 100;

/** Reasons that are not the visitor's to change. */
const FIXED = /^(gpc|invalid)$/;

const fill = (text: string, value: string) => text.replace(/{\w+}/g, () => value);

/**
 * Shows in each frame that waits what it waits for. It is drawn inside the frame, whose document is empty and the page's own until it
 * has an address: so it has the frame's size and place, moves nothing, adds nothing to markup that a framework owns, and is gone
 * with the first byte of what was waited for.
 */
export function placeholders(
  state: State,
  env: Env,
  { loadOnce, endOnce }: Once,
  { words, hosts, catalogue, decide }: Sources,
): Draw {
  const { win, doc, stops } = env;
  const { $consent, options } = state;
  /** Frames that waited when they were last seen, and the element that holds each. */
  const frames = new Map<HTMLIFrameElement, Marked>();
  /** Elements that are loaded once, and the answers that stood then. */
  const once = new Map<Marked, string>();
  /** Services of the catalogue, by host and path. */
  const services: Record<string, Promise<Service | undefined>> = {};
  const turns = new WeakMap<HTMLIFrameElement, number>();
  /** What the visitor has just asked for. It gets the focus when it is there. */
  let awaited: HTMLIFrameElement | undefined;

  /** The categories that an element waits for. Of each group one is enough. */
  const groupsOf = ({ dataset }: HTMLElement) =>
    (dataset.consent ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((some) => some.split('|'));
  const categoryOf = (key: string) => state.categories.find((each) => each.key === key);
  const answersOf = (owner: HTMLElement) =>
    groupsOf(owner)
      .flat()
      .map((key) => state.record()?.choices[categoryOf(key)?.within ?? key]?.at)
      .join();
  const addressOf = ({ dataset }: HTMLIFrameElement) => {
    const address = new URL(dataset.src ?? '', doc.baseURI);
    return /^http/.test(address.protocol) ? address : undefined;
  };
  const serviceAt = async (address: URL) => {
    const id = (await hosts()).idAt(address);
    return id ? (await (await catalogue()).factsOf([id]))[id] : undefined;
  };
  const serviceOf = (address: URL) => {
    const named = state.categories.flatMap(({ services }) => services).filter(({ name }) => name);
    const [own] = closest(named, address, win.location);
    // If the catalogue does not load, the host is named.
    return own ?? (services[address.host + address.pathname] ??= serviceAt(address).catch(() => undefined));
  };
  const cardOf = (frame: HTMLIFrameElement, owner: Marked, address: URL, texts: Texts, service?: Service): Card => {
    const { granted, reasons } = $consent.get();
    const { lang, dir, embed, servicePolicy, separator = ', ' } = texts;
    const name = service?.name ?? address.hostname;
    const isOpen = (key: string) => !!categoryOf(key) && !FIXED.test(reasons[key] ?? 'invalid');
    const keys = groupsOf(owner)
      .filter((some) => !some.some((key) => granted[key]))
      .map((some) => some.find(isOpen) ?? (some[0] as string));
    const labels = keys.map((key) => {
      const { within, services, label = texts.categories[key]?.label ?? key } = categoryOf(key) ?? {};
      return within && service && services?.[0]?.id === service.id ? service.name : label;
    });
    const isProviderNew = service && !service.name.includes(service.provider);
    return {
      lang,
      dir,
      scheme: options.ui?.scheme,
      poster: frame.dataset.posterSrc,
      title: frame.title || name,
      ask: fill(embed.ask, isProviderNew ? `${name} (${service.provider})` : name),
      once: embed.once,
      always: keys.every(isOpen) ? fill(embed.always, labels.join(separator)) : undefined,
      policy: service?.policyUrl && { url: service.policyUrl, text: fill(servicePolicy, name) },
      onOnce() {
        awaited = frame;
        once.set(owner, answersOf(owner));
        loadOnce(owner);
      },
      async onAlways() {
        awaited = frame;
        // A second step may have to follow, which the preferences have: see ui/opt-in-again.ts.
        if (state.law?.model === 'opt-out' && keys.some((key) => reasons[key] === 'choice')) state.$open.set(true);
        else {
          state.locale = lang;
          await decide(Object.fromEntries(keys.map((key) => [key, true])));
        }
      },
    };
  };
  const draw = async (frame: HTMLIFrameElement) => {
    const owner = frames.get(frame);
    const address = addressOf(frame);
    const turn = (turns.get(frame) ?? 0) + 1;
    turns.set(frame, turn);
    if (!owner || !address) return;
    const [{ locale }, service] = await Promise.all([words(languagesOf(options, env)), serviceOf(address)]);
    // Meanwhile it got its address, was drawn anew, or everything was stopped.
    if (turns.get(frame) !== turn || !stops[0] || !isEmpty(frame)) return;
    const embed = { ...locale.embed, ...options.ui?.texts?.embed };
    drawCard(frame, cardOf(frame, owner, address, { ...locale, ...options.ui?.texts, embed }, service));
  };
  const drawAll = () => {
    for (const frame of frames.keys())
      if (frame.isConnected && isEmpty(frame)) draw(frame).catch(() => {});
      else if (!frame.isConnected) frames.delete(frame);
  };

  // A frame that is moved gets a new document, and Firefox gives a new frame a second one a moment later.
  env.onEvent(doc, 'load', ({ target }) => {
    const frame = target as HTMLIFrameElement;
    if (frame.localName !== 'iframe') return;
    if (isEmpty(frame)) {
      if (frames.has(frame)) draw(frame).catch(() => {});
    } else if (frame === awaited) {
      awaited = undefined;
      const { activeElement } = doc;
      if (!activeElement || activeElement === doc.body) frame.focus({ preventScroll: true });
    }
  });
  // biome-ignore lint/correctness/noUnusedVariables: `??=` reads it.
  let timer: number | undefined;
  // Pages write a style to the root with each step of a scroll.
  const drawSoon = () => {
    timer ??= win.setTimeout(() => {
      timer = undefined;
      drawAll();
    }, PACE_MS);
  };
  const look = new win.MutationObserver(drawSoon);
  // Language, and a class or attribute that switches the theme.
  look.observe(doc.documentElement, { attributes: true });
  stops.push(
    $consent.listen(() => {
      for (const [owner, before] of once)
        if (answersOf(owner) !== before) {
          once.delete(owner);
          endOnce(owner);
        }
    }),
    () => {
      look.disconnect();
      for (const frame of frames.keys()) emptyFrame(frame);
      for (const owner of once.keys()) endOnce(owner);
    },
  );
  return (frame, owner) => {
    frames.set(frame, owner);
    draw(frame).catch(() => {});
  };
}
