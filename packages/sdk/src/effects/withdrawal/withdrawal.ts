import type { Env } from '../../env/env.js';
import { cookieNames } from '../../env/stored-names.js';
import { closest, isHost, isName } from '../../policy/declared.js';
import type { Consent, Leftover, WithdrawalReport } from '../../policy/types.js';
import { withFacts } from '../../policy/with-facts.js';
import type { State } from '../../state/types.js';
import type { Running } from '../running.js';
import { isHttpOnly, removeCookie } from './cookies.js';
import { refuseRequests } from './refuse-requests.js';
import { namesOf, removeItem } from './stores.js';

/** A script that is still running may write again: look again after these milliseconds. */
const SECOND_LOOKS_MS = [1000, 5000, 20_000];

const watched = new WeakSet<Env>();

/**
 * Removes what the services of refused categories stored, now and when a script writes it again. Reports what remains by the event
 * `askfirst:withdrawal` on the document, with a {@link WithdrawalReport} as its detail.
 *
 * @param before What was granted in this page until now. If something of it is denied now, requests of stopped services are
 *   refused from now on, and the owner's option `withdrawal` applies if something remains.
 */
export function withdraw(state: State, env: Env, { mayRun, loaded, facts = {} }: Running, before?: Consent): void {
  const { win, doc, stops, onEvent } = env;
  const { granted: grantedNow } = state.$consent.get();
  const withdrawn = state.categories.some(({ key }) => before?.granted[key] && !grantedNow[key]);
  const all = () =>
    [...new Set(state.categories.flatMap(({ services }) => services))].map((service) => ({
      ...withFacts(service, facts[service.id]),
      hasRun: loaded.has(service),
      isRunning: !!mayRun(service),
      // Of a service that the visitor may answer about, its own; of a container, each that it serves.
      keys: state.categories.filter(({ services }) => services.includes(service)).map(({ key }) => key),
    }));
  const stopped = () => {
    const { granted, reasons } = state.$consent.get();
    // An undecided visitor may have said yes on a sibling subdomain, which shares its cookies with this page.
    return all().filter(
      ({ keys }) =>
        !keys.some((key) => granted[key]) && keys.some((key) => reasons[key] !== 'undecided' || before?.granted[key]),
    );
  };
  /** Entries to remove: declared by a stopped service (`gone`) and by no running one (`isKept`). */
  const items = () => {
    const gone = stopped();
    const kept = all().filter(({ id, isRunning }) => isRunning && !gone.some((each) => each.id === id));
    const isKept = (kind: string, name: string) =>
      kept.some(({ stores }) => stores?.some((item) => item.kind === kind && isName(item.name, name)));
    return { gone, isKept };
  };

  const removed: Leftover[] = [];
  const remaining = async (): Promise<Required<Leftover>[]> => {
    const { gone, isKept } = items();
    const left: Required<Leftover>[] = [];
    for (const service of gone) {
      if (withdrawn && service.hasRun && !service.stopsLive)
        left.push({ name: service.id, kind: 'script', why: 'running' });
      for (const item of service.stores ?? []) {
        const found = (await namesOf(env, item)).filter((name) => !isKept(item.kind, name));
        for (const name of found) left.push({ name, kind: item.kind, why: 'still there' });
        if (found[0] || item.kind !== 'cookie' || item.name.endsWith('*') || isKept('cookie', item.name)) continue;
        if (isHttpOnly(env, item.name)) left.push({ name: item.name, kind: 'cookie', why: 'HttpOnly' });
        else if (item.path && !win.location.pathname.startsWith(item.path))
          left.push({ name: item.name, kind: 'cookie', why: 'another path' });
      }
    }
    const gate = state.$consent.get().granted;
    for (const script of doc.querySelectorAll<HTMLScriptElement>('script[data-consent]:not([type="text/plain"])'))
      if (
        withdrawn &&
        !script.dataset.consent?.split(/[\s,]+/).every((some) => some.split('|').some((key) => gate[key])) &&
        !gone.some(
          ({ hosts, stopsLive }) => stopsLive && script.src && isHost(hosts, new URL(script.src), win.location),
        )
      )
        left.push({ name: script.getAttribute('src') ?? 'inline script', kind: 'script', why: 'running' });
    return left;
  };
  const look = async () => {
    const { gone, isKept } = items();
    for (const item of gone.flatMap((service) => service.stores ?? []))
      for (const name of [...(await namesOf(env, item)), ...(item.path ? [item.name] : [])])
        if (!isKept(item.kind, name)) {
          await removeItem(env, item, name);
          if (!removed.some((entry) => entry.name === name && entry.kind === item.kind))
            removed.push({ name, kind: item.kind });
        }
  };
  let acted = false;
  let said = '';
  const report = async () => {
    const left = await remaining();
    const detail: WithdrawalReport = {
      removed: removed.filter(({ name, kind }) => !left.some((entry) => entry.name === name && entry.kind === kind)),
      remaining: left,
    };
    const text = JSON.stringify(detail);
    if (text === said) return;
    said = text;
    doc.dispatchEvent(new CustomEvent('askfirst:withdrawal', { detail }));
    const { withdrawal } = state.options;
    if (!withdrawn || acted || !left[0]) return;
    acted = true;
    if (withdrawal === 'reload') win.location.reload();
    else if (typeof withdrawal === 'function') withdrawal(detail);
  };
  const lookAndReport = () => look().then(report);

  if (withdrawn && !watched.has(env)) {
    watched.add(env);
    stops.push(
      refuseRequests(env, (url) => {
        const ofHost = closest(all(), url, win.location);
        return !!ofHost[0] && !ofHost.some(({ isRunning }) => isRunning);
      }),
    );
    const { cookieStore } = win as { cookieStore?: EventTarget };
    if (cookieStore)
      onEvent(cookieStore, 'change', () => {
        const { gone, isKept } = items();
        const cookies = gone.flatMap(({ stores }) => stores ?? []).filter(({ kind }) => kind === 'cookie');
        for (const name of cookieNames(env))
          if (cookies.some((item) => isName(item.name, name)) && !isKept('cookie', name)) removeCookie(env, name);
      });
  }
  lookAndReport();
  for (const ms of SECOND_LOOKS_MS) {
    const timer = win.setTimeout(lookAndReport, ms);
    stops.push(() => win.clearTimeout(timer));
  }
}
