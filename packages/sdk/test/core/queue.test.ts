import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createConsent, createTrack } from '../../src/entries/index.js';

const site = () => createConsent({ categories: { analytics: {}, marketing: {} } });
/** What was granted is handed over a turn later. */
const turn = () => new Promise((done) => setTimeout(done));

describe('queue', () => {
  test('waits for the grant and gives the time of the call', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
    const consent = site();
    const task = vi.fn();
    consent.queue('analytics', task);
    vi.setSystemTime(9000);
    await turn();
    expect(task).not.toHaveBeenCalled();
    consent.acceptAll();
    await turn();
    expect(task.mock.calls).toEqual([[1000]]);
    vi.useRealTimers();
  });

  test('goes on at once, once granted, and each task runs once', async () => {
    const consent = site();
    consent.acceptAll();
    const task = vi.fn();
    consent.queue('analytics', task);
    consent.decide({ marketing: false });
    consent.acceptAll();
    await turn();
    expect(task).toHaveBeenCalledTimes(1);
  });

  test('a refusal drops what waits, for good; another category waits on', async () => {
    const consent = site();
    const [analytics, marketing] = [vi.fn(), vi.fn()];
    consent.queue('analytics', analytics);
    consent.queue('marketing', marketing);
    consent.decide({ analytics: false });
    consent.acceptAll();
    await turn();
    expect(analytics).not.toHaveBeenCalled();
    expect(marketing).toHaveBeenCalledTimes(1);
  });

  test('what is taken back in the same turn is not handed over', async () => {
    const consent = site();
    const [waited, later] = [vi.fn(), vi.fn()];
    consent.queue('analytics', waited);
    consent.acceptAll();
    consent.queue('analytics', later);
    consent.withdraw('analytics');
    await turn();
    expect([waited.mock.calls, later.mock.calls]).toEqual([[], []]);
  });

  test('what is queued after a refusal is not kept', async () => {
    const consent = site();
    consent.rejectAll();
    const task = vi.fn();
    consent.queue('analytics', task);
    consent.acceptAll();
    await turn();
    expect(task).not.toHaveBeenCalled();
  });

  test('is bounded, whoever else listens: the first calls are kept, and room comes back', async () => {
    const consent = site();
    const ran: number[] = [];
    for (let index = 0; index < 200; index += 1) consent.on('analytics', () => {});
    for (let index = 0; index < 1000; index += 1) consent.queue('analytics', () => ran.push(index));
    consent.acceptAll();
    await turn();
    expect(ran).toEqual([...Array(100).keys()]);
    consent.queue('analytics', () => ran.push(-1));
    await turn();
    expect(ran.at(-1)).toBe(-1);
  });

  test('an unknown category never runs', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const consent = site();
    const task = vi.fn();
    consent.queue('anlytics' as 'analytics', task);
    consent.acceptAll();
    await vi.waitFor(() => expect(error).toHaveBeenCalledWith(expect.stringContaining('anlytics')), { timeout: 4000 });
    expect(task).not.toHaveBeenCalled();
    error.mockRestore();
  });

  test('whatever the visitor answers: nothing runs that was not granted, all that was granted runs once, in order', async () => {
    const step = fc.oneof(
      fc.record({ queue: fc.constantFrom('analytics' as const, 'marketing' as const) }),
      fc.record({ decide: fc.dictionary(fc.constantFrom('analytics', 'marketing'), fc.boolean()) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const consent = site();
        const ran: number[] = [];
        const wanted: number[] = [];
        let waiting: { category: string; id: number }[] = [];
        const granted: Record<string, boolean | undefined> = {};
        for (const [id, each] of steps.entries()) {
          if ('queue' in each) {
            const category = each.queue;
            consent.queue(category, () => ran.push(id));
            if (granted[category]) wanted.push(id);
            else if (granted[category] === undefined) waiting.push({ category, id });
          } else {
            consent.decide(each.decide);
            Object.assign(granted, each.decide);
            for (const task of waiting) if (granted[task.category]) wanted.push(task.id);
            waiting = waiting.filter(({ category }) => granted[category] === undefined);
          }
          await turn();
        }
        expect(ran).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

describe('createTrack', () => {
  test('keeps calls with their arguments and times', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 500 });
    const consent = site();
    const send = vi.fn();
    const track = createTrack(consent, 'analytics', send as (at: number, name: string, about?: object) => void);
    track('page_view', { path: '/' });
    vi.setSystemTime(700);
    track('scroll');
    consent.acceptAll();
    await turn();
    vi.setSystemTime(900);
    track('click');
    await turn();
    expect(send.mock.calls).toEqual([
      [500, 'page_view', { path: '/' }],
      [700, 'scroll'],
      [900, 'click'],
    ]);
    consent.withdraw('analytics');
    track('later');
    await turn();
    expect(send).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });
});
