import { strictest } from '@askfirst/data/regimes/strictest';
import { CATEGORIES, type Category, HELD } from './site.js';
import type { Answers } from './steps.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Choice {
  granted: boolean;
  at: number;
  until: number;
}
type Choices = Partial<Record<Category, Choice>>;

/** One load of a page, by the number the server gave it. */
export interface Doc {
  id: number;
  /** What it has last read or chosen. */
  choices: Choices;
  granted: Record<Category, boolean>;
  /** What it asks about. */
  due: Category[];
  /** What was refused by a choice that holds. */
  refused: Category[];
  ran: Set<string>;
  /** Was granted at some time in this page. */
  wasGranted: Set<Category>;
  /** It knew of a choice that storage has lost since. */
  hasForgotten: boolean;
}

interface Tab {
  history: Doc[];
  at: number;
}

/** What the documents promise about one browser and one site in a place where nothing may run before a yes. */
export class Model {
  now = Date.UTC(2026, 10, 21, 9, 30);
  stored: Choices | 'spoilt' | undefined;
  tabs: Tab[] = [];
  front = 0;
  docs: Doc[] = [];
  /** How often the Back button brought a page that was kept. */
  restored = 0;

  /** The page a tab shows. */
  doc(tab = this.front): Doc {
    const { history, at } = this.tabs[tab] as Tab;
    return history[at] as Doc;
  }

  get canGoBack(): boolean {
    return !!this.tabs[this.front]?.at;
  }

  moveClock(hours: number) {
    this.now += hours * HOUR_MS;
  }

  /** Whoever looks at a page again sees what its answers are worth by now. */
  lookAgain() {
    for (const tab of this.tabs.keys()) this.#apply(this.doc(tab), this.doc(tab).choices);
  }

  /** A page was loaded: into a new entry of the tab's history, or in the place of the one it shows. */
  load(id: number, how: 'new entry' | 'same entry') {
    const doc: Doc = {
      id,
      choices: {},
      granted: { analytics: false, marketing: false },
      due: [],
      refused: [],
      ran: new Set(),
      wasGranted: new Set(),
      hasForgotten: false,
    };
    this.docs.push(doc);
    const tab = (this.tabs[this.front] ??= { history: [], at: -1 });
    if (how === 'new entry') tab.at += 1;
    tab.history.splice(tab.at, how === 'new entry' ? tab.history.length : 1, doc);
    this.#read(doc);
  }

  /** The Back button shows the page that was left, or the same address anew if the browser did not keep it. */
  back(id: number) {
    const tab = this.tabs[this.front] as Tab;
    tab.at -= 1;
    if (this.doc().id !== id) return this.load(id, 'same entry');
    this.restored += 1;
    this.#read(this.doc());
  }

  /** The page in front writes down an answer; the pages of other tabs hear of it. */
  choose(answers: Answers) {
    const doc = this.doc();
    const choices = { ...doc.choices };
    for (const category of CATEGORIES) {
      const granted = answers[category];
      if (granted === undefined) continue;
      const days = granted ? strictest.grantMaxAgeDays : strictest.refusalCooldownDays;
      choices[category] = { granted, at: this.now, until: this.now + days * DAY_MS };
    }
    this.stored = choices;
    this.#apply(doc, choices);
    this.#tellOthers();
  }

  /** Accept grants what was asked, or in the dialog everything; Reject says no to everything. */
  answer(granted: boolean) {
    const { due } = this.doc();
    const keys = granted && due.length ? due : CATEGORIES;
    this.choose(Object.fromEntries(keys.map((key) => [key, granted])));
  }

  /** The page that clears storage itself is not told; the others are. */
  clear(by: 'page' | 'visitor') {
    this.stored = undefined;
    this.#tellOthers();
    if (by === 'visitor') this.#read(this.doc());
  }

  spoil() {
    this.stored = 'spoilt';
    this.#tellOthers();
  }

  #tellOthers() {
    for (const tab of this.tabs.keys()) if (tab !== this.front) this.#read(this.doc(tab));
  }

  #read(doc: Doc) {
    this.#apply(doc, this.stored && this.stored !== 'spoilt' ? this.stored : {});
  }

  #apply(doc: Doc, choices: Choices) {
    const holds = (choice?: Choice) => choice && choice.until > this.now && choice.at <= this.now + DAY_MS;
    doc.hasForgotten ||= CATEGORIES.some((key) => doc.choices[key] && !choices[key]);
    doc.choices = choices;
    doc.due = CATEGORIES.filter((key) => !holds(choices[key]));
    doc.refused = CATEGORIES.filter((key) => holds(choices[key]) && !choices[key]?.granted);
    for (const key of CATEGORIES) doc.granted[key] = !!holds(choices[key]) && !!choices[key]?.granted;
    for (const [name, needs] of Object.entries(HELD)) if (needs.every((key) => doc.granted[key])) doc.ran.add(name);
    for (const key of CATEGORIES) if (doc.granted[key]) doc.wasGranted.add(key);
  }
}
