const SCRIPT_EVENTS = new Set([
  'EvaluateScript',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
]);

export const TRACE_CATEGORIES = ['devtools.timeline', 'v8', 'v8.execute'];

/**
 * Processor time of all scripts of a page, from a trace. The counter `ScriptDuration` leaves out microtasks.
 *
 * @param {Buffer} trace
 * @param {string} url of the page
 * @returns {number} milliseconds
 */
export function scriptTime(trace, url) {
  const { traceEvents } = JSON.parse(trace.toString());
  const commit = traceEvents.find(({ name, args }) => name === 'CommitLoad' && args.data.url === url);
  if (!commit) throw new Error(`no page ${url} in the trace`);
  const events = traceEvents
    .filter(
      ({ name, ph, pid, tid }) => SCRIPT_EVENTS.has(name) && ph === 'X' && pid === commit.pid && tid === commit.tid,
    )
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  let total = 0;
  let end = 0;
  for (const { ts, dur, tdur } of events) {
    if (ts < end) continue; // within the one before
    total += tdur ?? dur; // events that were cut in two have no processor time
    end = ts + dur;
  }
  return total / 1000;
}
