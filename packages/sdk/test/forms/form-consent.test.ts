import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Module from '../../src/forms/form-consent.js';
import type { FormRecord } from '../../src/forms/form-record.js';
import { browser, ownerReads } from '../browser.js';

let page: ReturnType<typeof browser>;
let said: () => string[];
let formConsent: typeof Module.formConsent;

beforeEach(async () => {
  page = browser();
  said = ownerReads();
  // Each test is a page of its own: a message is said once in each.
  vi.resetModules();
  ({ formConsent } = await import('../../src/forms/form-consent.js'));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const KEY = 'askfirst.form.updates';
const stored = () => JSON.parse(page.entries.get(KEY) ?? 'null') as FormRecord | null;

describe('an answer', () => {
  test('has the words, the time, the language, the policy; a withdrawal follows it under the same id', () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-22T10:00:00Z') });
    const updates = formConsent({ purpose: 'updates', policyVersion: '2.1' });
    expect(updates.record()).toBeNull();
    updates.grant('  Mail me\n about  updates ');
    const yes = {
      granted: true,
      at: '2026-06-22T10:00:00.000Z',
      label: 'Mail me about updates',
      locale: 'de',
      policy: '2.1',
      method: 'api',
    };
    expect(updates.$answer.get()).toEqual(yes);
    vi.setSystemTime(Date.parse('2026-07-01T00:00:00Z'));
    updates.withdraw();
    const no = { ...yes, granted: false, at: '2026-07-01T00:00:00.000Z', label: null };
    expect(updates.record()).toEqual({ v: 1, id: expect.any(String), purpose: 'updates', answers: [yes, no] });
    expect(stored()).toEqual(updates.record());
    vi.useRealTimers();
  });

  test('is never made by a withdrawal of nothing, nor twice by one', () => {
    const updates = formConsent({ purpose: 'updates' });
    updates.withdraw();
    expect(page.entries.size).toBe(0);
    updates.grant('Mail me');
    updates.withdraw();
    updates.withdraw();
    expect(updates.record()?.answers.map(({ granted }) => granted)).toEqual([true, false]);
  });

  test('is not made without the words that were shown, and the owner is told', () => {
    const updates = formConsent({ purpose: 'updates' });
    updates.grant(' ');
    updates.grant(undefined as never);
    expect(updates.record()).toBeNull();
    expect(said()).toEqual([expect.stringContaining('no label')]);
  });

  test('of another tab is seen, also when it is gone', () => {
    const here = formConsent({ purpose: 'updates' });
    const heard: (boolean | undefined)[] = [];
    here.$answer.subscribe((answer) => heard.push(answer?.granted));
    const there = formConsent({ purpose: 'updates' });
    there.grant('Mail me');
    page.fire('storage');
    there.withdraw();
    page.fire('storage');
    page.elsewhere(KEY, null);
    expect(heard).toEqual([undefined, true, false, undefined]);
  });

  test('survives what another tab did meanwhile: nothing is overwritten', () => {
    const here = formConsent({ purpose: 'updates' });
    expect(here.$answer.get()).toBeNull();
    formConsent({ purpose: 'updates' }).grant('Mail me');
    here.withdraw();
    expect(stored()?.answers.map(({ granted }) => granted)).toEqual([true, false]);
  });

  test('of one purpose is none of another', () => {
    formConsent({ purpose: 'updates' }).grant('Mail me');
    expect(formConsent({ purpose: 'offers' }).$answer.get()).toBeNull();
    page.entries.set('askfirst.form.offers', page.entries.get(KEY) as string);
    expect(formConsent({ purpose: 'offers' }).$answer.get()).toBeNull();
  });

  test('holds for the page where nothing can be stored, and an older yes does not outlive a no', () => {
    const updates = formConsent({ purpose: 'updates' });
    updates.grant('Mail me');
    page.state.storage = 'full';
    updates.withdraw();
    expect(updates.$answer.get()?.granted).toBe(false);
    expect(stored()).toBeNull();
    page.state.storage = 'forbidden';
    const other = formConsent({ purpose: 'offers' });
    other.grant('Offers');
    expect(other.$answer.get()?.granted).toBe(true);
    expect(said()).toEqual([]);
  });

  test('does not exist on a server, and nothing is read there', () => {
    vi.unstubAllGlobals();
    const read = vi.fn();
    const updates = formConsent({ purpose: 'updates', store: { read, write: read } });
    updates.grant('Mail me');
    updates.withdraw();
    expect([updates.$answer.get(), updates.record(), read.mock.calls]).toEqual([null, null, []]);
  });
});

describe('a store of the owner', () => {
  test('gets every record, and localStorage none', () => {
    const write = vi.fn();
    const updates = formConsent({ purpose: 'updates', store: { read: () => null, write } });
    updates.grant('Mail me');
    updates.withdraw();
    expect(write.mock.calls.map(([record]) => record.answers.length)).toEqual([1, 2]);
    expect(page.entries.size).toBe(0);
  });

  test('may take its time: what was answered meanwhile comes last, and both are written', async () => {
    const before = formConsent({ purpose: 'updates' });
    before.grant('Mail me');
    const old = before.record() as FormRecord;
    const written: FormRecord[] = [];
    const store = {
      read: () => new Promise((resolve) => setTimeout(resolve, 20, old)),
      write: async (record: FormRecord) => written.push(record),
    };
    const updates = formConsent({ purpose: 'updates', store });
    expect(updates.$answer.get()).toBeNull();
    updates.grant('Mail me again');
    await vi.waitFor(() => expect(updates.record()?.answers).toHaveLength(2));
    expect(updates.record()?.id).toBe(old.id);
    expect(written.at(-1)).toEqual(updates.record());
    expect(updates.$answer.get()?.label).toBe('Mail me again');
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
    [
      'rejects',
      async () => {
        throw new Error('down');
      },
    ],
  ])('that %s is named once, and the answer holds for the page', async (_, fail) => {
    const updates = formConsent({ purpose: 'updates', store: { read: fail, write: fail } });
    updates.grant('Mail me');
    await new Promise((done) => setTimeout(done));
    expect(updates.$answer.get()?.granted).toBe(true);
    expect(said()).toEqual([expect.stringContaining('The store of "updates" failed: Error: down')]);
  });
});

describe('what the owner is told', () => {
  test.each(['', '1st', 'product updates', '__proto__', undefined])(
    '%j names no purpose, and nothing is answered',
    (purpose) => {
      const updates = formConsent({ purpose: purpose as string });
      updates.grant('Mail me');
      expect(updates.record()).toBeNull();
      expect(page.entries.size).toBe(0);
      expect(said()).toEqual([expect.stringContaining('is not a valid purpose')]);
    },
  );

  test('a policy version that is no text is named, and the answer is read again without it', () => {
    formConsent({ purpose: 'updates', policyVersion: 3 as never }).grant('Mail me');
    expect(formConsent({ purpose: 'updates' }).$answer.get()).toMatchObject({ granted: true, policy: null });
    expect(said()).toEqual([expect.stringContaining('policyVersion of "updates" is not a string')]);
  });

  test('options that are missing', () => {
    (formConsent as unknown as () => ReturnType<typeof formConsent>)().grant('Mail me');
    expect(said()).toEqual([expect.stringContaining('is not a valid purpose')]);
  });

  test.each([[null], [undefined], [{ type: 'radio' }], [{}]])('%j is no box', (box) => {
    const updates = formConsent({ purpose: 'updates' });
    updates.bind(box as never)();
    updates.bindToggle(box as never)();
    expect(said()).toEqual([expect.stringContaining('other than an <input type="checkbox">')]);
  });
});
