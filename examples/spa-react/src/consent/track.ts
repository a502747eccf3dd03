import { createTrack } from 'askfirst';
import { route } from '../router.js';
import { consent } from './consent.js';

/** What is counted. No text and no picture of a visitor is among it. */
interface Events {
  view: { screen: string };
  print: { look: string; shape: string };
}

const send = (at: number, event: string, details: object) => {
  const body = JSON.stringify({ at: new Date(at).toISOString(), event, ...details });
  // Measuring never disturbs the app, so a network that fails is no error.
  fetch('https://analytics.m-factory.example/events', {
    method: 'POST',
    body,
    keepalive: true,
    credentials: 'omit',
  }).catch(() => {});
};

const queue = createTrack(consent, 'analytics', send);

/** Counts something once analytics is allowed. Until then it waits in memory; a no throws it away. */
export const track = <E extends keyof Events>(event: E, details: Events[E]): void => queue(event, details);

/** Counts the screen that is open, and each one after it. */
export function trackViews(): void {
  let last: string | undefined;
  const view = () => {
    const screen = route.get().screen ?? 'missing';
    if (screen !== last) track('view', { screen: (last = screen) });
  };
  view();
  route.subscribe(view);
}
