import type { Finding, Visit } from '../model.js';
import { judgePage, judgeSite, type PageJudged } from './judge.js';
import { type Rules, rulesOf } from './rules.js';
import type { Promises } from './schema.js';

/**
 * Judges a site page by page, and keeps what it found instead of the visits. What one page declares counts for all of them: where it
 * declares something new, the pages before it are judged anew.
 */
export class SiteJudge {
  readonly #promises: Promises;
  readonly #visitsOf: (page: string) => readonly Visit[];
  readonly #declared = new Map<string, Pick<Visit, 'declared'>>();
  readonly #judged = new Map<string, PageJudged | undefined>();
  #rules: Rules;

  /** @param visitsOf The visits of a page that was added before. */
  constructor(promises: Promises, visitsOf: (page: string) => readonly Visit[]) {
    this.#promises = promises;
    this.#visitsOf = visitsOf;
    this.#rules = rulesOf(promises, []);
  }

  /** @param visits All visits of a page. */
  add(page: string, visits: readonly Visit[]): void {
    const known = this.#declared.size;
    for (const { declared } of visits) if (declared) this.#declared.set(JSON.stringify(declared), { declared });
    if (this.#declared.size > known) {
      this.#rules = rulesOf(this.#promises, [...this.#declared.values()]);
      for (const before of this.#judged.keys()) this.#judged.set(before, undefined);
    }
    this.#judged.set(page, judgePage(visits, this.#rules));
  }

  findings(): Finding[] {
    for (const [page, judged] of this.#judged)
      if (!judged) this.#judged.set(page, judgePage(this.#visitsOf(page), this.#rules));
    return judgeSite([...this.#judged.values()].filter((each) => each !== undefined));
  }
}
