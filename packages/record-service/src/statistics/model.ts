/** Visitors by their answer. */
export interface Answers {
  readonly yes: number;
  readonly no: number;
}

/** Visitors who have one thing in common. */
export interface Group extends Answers {
  /** A day, the id of a regime, a language, a layout; `null` if the events did not say. */
  readonly key: string | null;
}

/** All visitors of a category, by one thing that tells them apart. */
export interface Breakdown {
  /** The groups that are large enough. */
  readonly groups: readonly Group[];
  /** All other groups in one, so that the sum is that of the category; `null` if there are none. */
  readonly rest: (Answers & { readonly groups: number }) | null;
}

/** What visitors can be told apart by. */
export const DIMENSIONS = ['day', 'regime', 'locale', 'layout'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface CategoryStatistics {
  readonly category: string;
  readonly answers: Answers;
  /** Visitors who took back a yes; `null` if they are fewer than the smallest group. */
  readonly withdrawals: number | null;
  readonly by: Readonly<Record<Dimension, Breakdown>>;
}

/** The opt-in rates of one site in one month. */
export interface Statistics {
  readonly site: string;
  /** `2026-11`, UTC. */
  readonly month: string;
  /** The last day that is counted, UTC; `null` if no day of the month is over. */
  readonly lastDay: string | null;
  /** A group of fewer visitors is not shown. */
  readonly smallestGroup: number;
  /** The months of which there may be records, oldest first. */
  readonly months: readonly string[];
  /** The categories about which enough visitors answered. */
  readonly categories: readonly CategoryStatistics[];
  /** How many categories too few visitors answered about. */
  readonly hidden: number;
}

export const people = ({ yes, no }: Answers): number => yes + no;
