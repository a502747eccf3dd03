/** What the snippets of docs/testing.md promise beside what they say themselves. */
import { createConsent } from 'askfirst';
import { ConsentGate } from 'askfirst/react';
import { resetConsent, setConsent, storedConsent } from 'askfirst/testing';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { withConsent } from './decorator';
import { options } from './options';
import { visitAllowed } from './visit';

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const granted = async () => (await import('./consent')).consent.$consent.get().granted;

afterEach(() => {
  resetConsent();
  vi.resetModules();
});

test('nothing is shown, said or loaded, before and after a yes', async () => {
  const said = vi.spyOn(console, 'error');
  const { consent } = await import('./consent');
  document.body.innerHTML = '<button data-consent-open>Settings</button><consent-preferences></consent-preferences>';
  document.querySelector('button')?.click();
  consent.open();
  await wait(300);
  consent.decide({ analytics: true });
  await wait(300);
  expect(said).not.toHaveBeenCalled();
  expect([...document.querySelectorAll('askfirst-ui, section, script')]).toEqual([]);
  expect(document.body.children).toHaveLength(2);
});

test('modules that are loaded anew know nothing of the former ones', async () => {
  const former = (await import('./consent')).consent;
  former.acceptAll();
  resetConsent();
  vi.resetModules();
  const { consent } = await import('./consent');
  expect(consent).not.toBe(former);
  former.acceptAll();
  expect(consent.$consent.get().granted.analytics).toBe(false);
  consent.decide({ functional: true });
  expect(former.$consent.get().granted.functional).toBe(true);
  expect(window.askfirst).toBe(consent);
});

test('in Cypress the visit begins with the answer', async () => {
  vi.stubGlobal('cy', {
    visit: (_: string, { onBeforeLoad }: { onBeforeLoad(win: Window): void }) => onBeforeLoad(window),
  });
  visitAllowed('/');
  expect(await granted()).toMatchObject({ analytics: true, functional: true });
});

test('in Storybook a component has the consent of the decorator, whatever is stored', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  setConsent(options, false);
  const Story = () => (
    <>
      <ConsentGate category="functional">map</ConsentGate>
      <ConsentGate category="analytics" fallback=", uncounted" />
    </>
  );
  const place = document.createElement('div');
  await act(() => createRoot(place).render(withConsent(Story)));
  expect(place.textContent).toBe('map, uncounted');
  expect(localStorage.getItem('askfirst')).not.toContain('"granted":true');
});

test('what is wrong is said', () => {
  expect(() => storedConsent(options, { analitycs: true } as object)).toThrow(/no category "analitycs".*Known/s);
  expect(() => storedConsent({ polcy: {} } as object, true)).toThrow(/Unknown option "polcy"/);
  expect(() => storedConsent(options, {})).toThrow(/names no category/);
});

test('a place is known to what is stored', async () => {
  setConsent({ ...options, region: 'US-TX' }, false);
  const consent = createConsent({ ...options, region: 'US-TX' });
  consent.start();
  await wait(100);
  expect(consent.$consent.get().reasons.analytics).toBe('choice');
});

declare global {
  interface Window {
    askfirst: unknown;
  }
}
