/** One page in one state, as a visitor sees it. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Answered,
  type AnswerOptions,
  accept,
  acceptOnly,
  inspect,
  openAgain,
  reject,
  withdraw,
} from '../banner/index.js';
import { startBrowser } from '../browser/index.js';
import type { Banner, Moment, State, Visit } from '../model.js';
import { linksOf } from '../page/links.js';
import { openPage, watchObstacles } from '../page/open.js';
import { browserOptions, DEFAULTS, type Settings, type VisitOptions } from '../page/options.js';
import { type Witness, watch } from '../witness/index.js';
import { readDeclared } from './declared.js';
import { ensureGpc, GPC_FLAGS, showsGpc } from './gpc.js';

/** One picture may take this long, in milliseconds. */
const SCREENSHOT_TIMEOUT = 4_000;

/** Name of a page in file names: readable, and different for each address. */
function slugOf(url: string): string {
  const path = url.replace(/^\w+:\/\//, '').replace(/[^a-z0-9]+/gi, '-');
  return `${path.slice(0, 60).replace(/-$/, '')}-${createHash('sha256').update(url).digest('hex').slice(0, 6)}`;
}

class Visitor {
  banner: Banner | undefined;
  showsGpc: boolean | undefined;
  readonly problems: string[] = [];
  readonly #witness: Witness;
  readonly #url: string;
  readonly #settings: Settings;
  readonly #name: string;
  #pictures = 0;

  constructor(witness: Witness, url: string, state: State, settings: Settings) {
    this.#witness = witness;
    this.#url = url;
    this.#settings = settings;
    this.#name = `${slugOf(url)}-${state.replace(/[^a-z0-9]+/gi, '-')}`;
  }

  get page() {
    return this.#witness.page;
  }

  /** A picture that is missing hinders nothing. @returns its name */
  async #shoot(act: Moment['act']): Promise<Pick<Moment, 'screenshot'>> {
    const { screenshots } = this.#settings;
    if (!screenshots) return {};
    const file = `${this.#name}-${++this.#pictures}-${act}.jpg`;
    const path = join(screenshots, file);
    const shot = this.page.screenshot({ path, type: 'jpeg', quality: 60, timeout: SCREENSHOT_TIMEOUT });
    return (await shot.catch(() => undefined)) ? { screenshot: file } : {};
  }

  async #picture(moment: Moment): Promise<void> {
    Object.assign(moment, await this.#shoot(moment.act));
  }

  /** Opens a page, and waits for what comes late. */
  async open(url: string, act: Moment['act'], pause: number): Promise<boolean> {
    let moment: Moment | undefined;
    const { isOpen, problems } = await openPage(this.page, url, this.#settings.timeout, () => {
      moment = this.#witness.mark(act);
    });
    // A second page that fails is no fault of the first.
    if (act === 'opened') this.problems.push(...problems);
    if (isOpen) await wait(pause);
    if (moment) await this.#picture(moment);
    return isOpen;
  }

  /** The next page of the site, as it was linked; without one, the same page once more. */
  async goOn(): Promise<void> {
    const [next] = (await linksOf(this.page)).filter((link) => link !== this.#url);
    await this.open(next ?? this.#url, 'second-page', this.#settings.dwell);
  }

  async scroll(): Promise<void> {
    const moment = this.#witness.mark('scrolled');
    const { height } = this.#settings.viewport;
    for (let step = 0; step < 10; step++) {
      await this.page.mouse.wheel(0, height);
      await wait(Math.min(100, this.#settings.dwell / 10));
    }
    await wait(this.#settings.dwell);
    await this.#picture(moment);
  }

  async back(): Promise<void> {
    const { timeout, dwell } = this.#settings;
    const moment = this.#witness.mark('back');
    await this.page.goBack({ waitUntil: 'load', timeout }).catch(() => {});
    await wait(dwell);
    await this.#picture(moment);
  }

  /** Answers, and waits for what comes late. */
  async answer(
    act: Moment['act'],
    give: (page: Witness['page'], options: AnswerOptions) => Promise<Answered>,
    pause = this.#settings.quiet,
  ): Promise<boolean> {
    // The picture shows what is pressed.
    let shown: Pick<Moment, 'screenshot'> | undefined;
    const { isDone, ...banner } = await give(this.page, {
      bannerTimeout: this.#settings.bannerTimeout,
      answering: async (press) => {
        shown ??= await this.#shoot(act);
        return this.#witness.press(act, press, shown);
      },
    });
    this.banner = { ...this.banner, ...banner, preTicked: [...(this.banner?.preTicked ?? []), ...banner.preTicked] };
    if (isDone) await wait(pause);
    return isDone;
  }
}

const PLANS: Readonly<Record<string, (visitor: Visitor, settings: Settings, state: State) => Promise<void>>> = {
  async untouched(visitor) {
    await visitor.scroll();
    await visitor.goOn();
    await visitor.back();
  },
  async rejected(visitor) {
    if (await visitor.answer('rejected', reject)) await visitor.goOn();
  },
  async accepted(visitor) {
    if (await visitor.answer('accepted', accept)) await visitor.scroll();
  },
  async only(visitor, _, state) {
    if (await visitor.answer('chose', acceptOnly(state.slice('only:'.length)))) await visitor.goOn();
  },
  async withdrawn(visitor, { dwell }) {
    if (!(await visitor.answer('accepted', accept, dwell))) return;
    if (await visitor.answer('withdrew', withdraw)) await visitor.goOn();
  },
  async gpc(visitor) {
    visitor.showsGpc = await showsGpc(visitor.page);
    await visitor.scroll();
    // Some say it beside the switch.
    if (!visitor.showsGpc && (await openAgain(visitor.page))) visitor.showsGpc = await showsGpc(visitor.page);
  },
};

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

/**
 * Visits one page in one state, in a browser that remembers nothing. A page that cannot be looked at is a visit, too: its `problems`
 * say why.
 *
 * @throws Error if the browser does not start.
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
    if (isOpen) {
      const plan = PLANS[state.split(':')[0] as string];
      await plan?.(visitor, settings, state).catch((error: Error) => {
        visitor.problems.push(`The visit broke off: ${error.message.split('\n')[0]}.`);
      });
    }
    const witnessed = await witness.stop();
    const banner = isOpen && state === 'untouched' ? await inspectBanner(url, settings) : visitor.banner;
    return {
      page: url,
      state,
      ...witnessed,
      ...(banner && { banner }),
      ...(declared && { declared }),
      ...(visitor.showsGpc !== undefined && { showsGpc: visitor.showsGpc }),
      // A download is an obstacle and the reason why there is no page.
      problems: isOpen ? [...visitor.problems, ...obstacles] : visitor.problems,
    };
  } finally {
    await started.close();
  }
}
