import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import type { Answered, AnswerOptions } from '../banner/index.js';
import type { Banner, Moment, State } from '../model.js';
import { linksOf } from '../page/links.js';
import { openPage } from '../page/open.js';
import type { Settings, VisitOptions } from '../page/options.js';
import type { Witness } from '../witness/index.js';

/** One picture may take this long, in milliseconds. */
const SCREENSHOT_TIMEOUT = 4_000;

/** Name of a page in file names: readable, and different for each address. */
function slugOf(url: string): string {
  const path = url.replace(/^\w+:\/\//, '').replace(/[^a-z0-9]+/gi, '-');
  return `${path.slice(0, 60).replace(/-$/, '')}-${createHash('sha256').update(url).digest('hex').slice(0, 6)}`;
}

/** Who visits: opens pages, scrolls, answers, and lets every act be noted. */
export class Visitor {
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
  async nextPage(): Promise<void> {
    const [next] = (await linksOf(this.page)).filter((link) => link !== this.#url);
    await this.open(next ?? this.#url, 'second-page', this.#settings.dwell);
  }

  /** Does what the caller wants. Each page that comes up is a moment. */
  async act(act: NonNullable<VisitOptions['act']>): Promise<void> {
    const note = (frame: Frame) => {
      if (frame === this.page.mainFrame()) this.#witness.mark('second-page');
    };
    this.page.on('framenavigated', note);
    await act(this.page);
    this.page.off('framenavigated', note);
    await wait(this.#settings.dwell);
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
