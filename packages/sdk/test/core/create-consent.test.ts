import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createConsent } from '../../src/entries/index.js';
import { googleAnalytics } from '../../src/entries/services.js';
import type { Options } from '../../src/policy/types.js';

const site = () =>
  createConsent({ services: [googleAnalytics('G-1')], categories: { functional: {}, marketing: {} } } as const);

const said = vi.fn();
beforeEach(() => {
  // Each test is a page of its own: a message is said once in each.
  vi.resetModules();
  vi.spyOn(console, 'error').mockImplementation(said);
});
afterEach(() => {
  vi.restoreAllMocks();
  said.mockReset();
});

/** What the owner has read in the console once everything has loaded. */
async function messages() {
  await vi.waitFor(() => expect(said).toHaveBeenCalled(), { timeout: 4000 });
  // A second message would have to arrive by now.
  await new Promise((done) => setTimeout(done, 20));
  return said.mock.calls.map(([message]) => message as string);
}

describe('createConsent on a server', () => {
  test('grants what is necessary and asks about the rest', () => {
    expect(typeof document).toBe('undefined');
    const consent = site().$consent.get();
    expect(consent.granted).toEqual({ necessary: true, analytics: false, functional: false, marketing: false });
    expect(consent.due).toEqual(['analytics', 'functional', 'marketing']);
  });

  test('start does nothing, any number of times, and so does stopping', () => {
    const consent = site();
    const before = consent.$consent.get();
    const stop = consent.start();
    consent.start();
    stop();
    stop();
    expect(consent.$consent.get()).toBe(before);
    expect(consent.record()).toBeNull();
    expect(globalThis).not.toHaveProperty('dataLayer');
    expect(globalThis).not.toHaveProperty('askfirst');
  });

  test('open is no more than a wish there', () => expect(() => site().open()).not.toThrow());
});

describe('choices', () => {
  test('decide answers what it names', () => {
    const consent = site();
    consent.decide({ analytics: true });
    expect(consent.$consent.get().granted).toMatchObject({ analytics: true, functional: false, marketing: false });
    expect(Object.keys(consent.record()?.choices ?? {})).toEqual(['analytics']);
    expect(consent.record()?.method).toBe('api');
  });

  test('acceptAll and rejectAll answer everything', () => {
    const consent = site();
    consent.acceptAll();
    expect(Object.values(consent.$consent.get().granted)).toEqual([true, true, true, true]);
    expect(consent.$consent.get().ask).toBe(false);
    consent.rejectAll();
    expect(consent.$consent.get().granted).toEqual({
      necessary: true,
      analytics: false,
      functional: false,
      marketing: false,
    });
  });

  test('withdraw takes back one, or all', () => {
    const consent = site();
    consent.acceptAll();
    consent.withdraw('analytics');
    expect(consent.$consent.get().granted).toMatchObject({ analytics: false, functional: true, marketing: true });
    consent.withdraw();
    expect(consent.$consent.get().granted).toMatchObject({ functional: false, marketing: false });
  });

  test('two sites in one process know nothing of each other', () => {
    const [one, other] = [site(), site()];
    one.acceptAll();
    expect(other.record()).toBeNull();
    other.acceptAll();
    expect(other.record()?.id).not.toBe(one.record()?.id);
  });
});

describe('on and when', () => {
  test('on speaks at once, then on every change and only then, until it is stopped', () => {
    const consent = site();
    const heard: boolean[] = [];
    const stop = consent.on('analytics', (granted) => heard.push(granted));
    expect(heard).toEqual([false]);
    consent.decide({ functional: true });
    consent.decide({ analytics: true });
    consent.decide({ analytics: true });
    consent.withdraw('analytics');
    expect(heard).toEqual([false, true, false]);
    stop();
    consent.acceptAll();
    expect(heard).toEqual([false, true, false]);
  });

  test('on tells of what is necessary as granted', () => {
    const listener = vi.fn();
    site().on('necessary', listener);
    expect(listener.mock.calls).toEqual([[true]]);
  });

  test('when resolves with the grant, not before, and at once afterwards', async () => {
    const consent = site();
    const order: string[] = [];
    const waiting = consent.when('analytics').then(() => order.push('granted'));
    consent.rejectAll();
    await Promise.resolve();
    order.push('refused');
    consent.acceptAll();
    await waiting;
    expect(order).toEqual(['refused', 'granted']);
    await expect(consent.when('analytics')).resolves.toBeUndefined();
  });
});

describe('mistakes', () => {
  test('a category that nobody declared is named once, and stays denied', async () => {
    const consent = site();
    const listener = vi.fn();
    consent.on('anlytics' as never, listener);
    consent.on('anlytics' as never, () => {});
    consent.acceptAll();
    expect(listener.mock.calls).toEqual([[false]]);
    const all = await messages();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(/^\[askfirst\] There is no category "anlytics"/);
  });

  test.each<[string, unknown]>([
    ['no options', undefined],
    ['null', null],
    ['a service that is null', { services: [null] }],
    ['services that are no list', { services: 5 }],
  ])('%s: one message, nothing granted, nothing thrown', async (_, options) => {
    const consent = createConsent(options as Options);
    consent.start();
    consent.acceptAll();
    expect(consent.$consent.get().granted).toEqual({ necessary: true });
    expect(consent.record()).toBeNull();
    const all = await messages();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(/^\[askfirst\] .*Until then (everything|every affected category) stays denied\.$/);
  });
});
