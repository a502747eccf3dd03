/** One page in one state, as a visitor sees it. */
import { inspect } from '../banner/index.js';
import { startBrowser } from '../browser/index.js';
import type { Banner, State, Visit } from '../model.js';
import { openPage, watchObstacles } from '../page/open.js';
import { browserOptions, DEFAULTS, type Settings, type VisitOptions } from '../page/options.js';
import { watch } from '../witness/index.js';
import { readDeclared } from './declared.js';
import { ensureGpc, GPC_FLAGS, showsGpc } from './gpc.js';
import { planOf } from './plans.js';
import { Visitor } from './visitor.js';

/** What the question looks like, in a browser that is thrown away: nothing that is pressed here belongs to a visit. */
async function inspectBanner(url: string, settings: Settings): Promise<Banner | undefined> {
  const started = await startBrowser(browserOptions(settings));
  try {
    const page = started.context.pages()[0] ?? (await started.context.newPage());
    watchObstacles(page);
    const { isOpen } = await openPage(page, url, settings.timeout);
    return isOpen ? await inspect(page, settings.bannerTimeout) : undefined;
  } finally {
    await started.close();
  }
}

/** Answers as the state wants, and does what comes then. What the caller does fails as the caller wants. */
async function carryOut(visitor: Visitor, state: State, settings: Settings): Promise<void> {
  const plan = planOf(state);
  const brokeOff = (error: Error) => {
    visitor.problems.push(`The visit broke off: ${error.message.split('\n')[0]}.`);
    return false;
  };
  const isAnswered = plan?.answer ? await plan.answer(visitor, settings, state).catch(brokeOff) : true;
  if (!isAnswered) return;
  if (settings.act) await visitor.act(settings.act);
  else await plan?.goOn(visitor).catch(brokeOff);
}

/**
 * Visits one page in one state, in a browser that remembers nothing. A page that cannot be looked at is a visit, too: its `problems`
 * say why.
 *
 * @throws Error if the browser does not start; whatever `act` throws.
 * @example
 * const { requests, banner } = await visitPage('https://example.com/', 'rejected');
 */
export async function visitPage(url: string, state: State, options: VisitOptions = {}): Promise<Visit> {
  const settings: Settings = { ...DEFAULTS, ...options };
  const started = await startBrowser(browserOptions(settings, state === 'gpc' ? GPC_FLAGS : []));
  try {
    const witness = await watch(started);
    const visitor = new Visitor(witness, url, state, settings);
    const obstacles = watchObstacles(witness.page);
    if (state === 'gpc') await ensureGpc(witness.page);
    const isOpen = await visitor.open(url, 'opened', settings.quiet);
    const declared = isOpen ? await readDeclared(witness.page) : undefined;
    if (isOpen && state === 'gpc') visitor.showsGpc = await showsGpc(witness.page);
    if (isOpen) await carryOut(visitor, state, settings);
    const witnessed = await witness.stop();
    const isInspected = isOpen && state === 'untouched' && !settings.act;
    const banner = isInspected ? await inspectBanner(url, settings) : visitor.banner;
    return {
      page: url,
      state,
      ...witnessed,
      ...(banner && { banner }),
      ...(declared && { declared }),
      ...(visitor.showsGpc !== undefined && { showsGpc: visitor.showsGpc }),
      ...(!isOpen && { isOpen }),
      // A download is an obstacle and the reason why there is no page.
      problems: isOpen ? [...visitor.problems, ...obstacles] : visitor.problems,
    };
  } finally {
    await started.close();
  }
}
