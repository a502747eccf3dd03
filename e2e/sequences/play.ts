import { Model } from './model.js';
import { CATEGORIES } from './site.js';
import { inWords, type Sequence, type Step } from './steps.js';
import type { Visitor } from './visitor.js';
import type { Witness } from './witness.js';

/** What must come has so many milliseconds. */
const PATIENCE_MS = 3000;
/** So long a second tab may take to follow the first. */
const AGREE_MS = 500;
const MINUTE_HOURS = 1 / 60;

/** Right, but too late, which a busy machine can bring about. */
export class TooLate extends Error {}

const word = (granted: boolean) => (granted ? 'granted' : 'denied');
const iso = (time: number) => new Date(time).toISOString();

function storedBy({ stored }: Model): string[] {
  if (stored === 'spoilt') return [stored];
  return CATEGORIES.flatMap((key) => {
    const choice = stored?.[key];
    return choice ? `${key} ${choice.granted} ${iso(choice.at)} ${iso(choice.until)}` : [];
  });
}

/** What a page has to look like by the model. */
function expected(model: Model, tab: number) {
  const { granted, due, ran, refused, wasGranted, hasForgotten } = model.doc(tab);
  return {
    granted,
    asks: due.length > 0,
    told: `${word(granted.analytics)} ${word(granted.marketing)}`,
    everTold: CATEGORIES.filter((key) => wasGranted.has(key)),
    defaults: 1,
    // A choice that got lost may be told again as what it always was: denied.
    ...(!hasForgotten && { repeats: 0 }),
    ran: [...ran].sort(),
    picture: granted.marketing,
    ...(refused.includes('analytics') && { cookie: false }),
    stored: storedBy(model),
  };
}

async function compare(model: Model, visitor: Visitor, patience = PATIENCE_MS) {
  const others = [...model.tabs.keys()].filter((tab) => tab !== visitor.front);
  for (const tab of [visitor.front, ...others]) {
    const wanted = expected(model, tab);
    const { ms, differences } = await visitor
      .tab(tab)
      .evaluate((goal, limit) => window.sequence.until(goal, limit), wanted, patience);
    if (differences.length) {
      const lines = differences.map(
        ({ what, expected, seen }) => `  ${what}: expected ${JSON.stringify(expected)}, seen ${JSON.stringify(seen)}`,
      );
      throw new Error([`tab ${tab + 1}:`, ...lines].join('\n'));
    }
    if (tab !== visitor.front && ms > AGREE_MS) throw new TooLate(`tab ${tab + 1} followed after ${ms} ms`);
  }
}

/** A page was loaded in the tab in front. */
async function load(model: Model, visitor: Visitor, id: number, how: 'new entry' | 'same entry') {
  const found = await visitor.foundStored();
  // Each process of Chromium has its copy of localStorage, and a starved one hands out what was there before.
  if (`${found}` !== `${storedBy(model)}`) throw new TooLate(`the browser gave page ${id} an old storage: ${found}`);
  model.load(id, how);
}

/** Takes a step in the browser and in the model. */
async function take(step: Step, model: Model, visitor: Visitor) {
  switch (step.do) {
    case 'accept':
    case 'reject':
      await visitor.press(step.do, model.doc().due.length > 0);
      return model.answer(step.do === 'accept');
    case 'save':
      await visitor.save(step.answers);
      return model.choose(step.answers);
    case 'decide':
      await visitor.call('decide', step.answers);
      return model.choose(step.answers);
    case 'acceptAll':
    case 'rejectAll': {
      await visitor.call(step.do);
      const granted = step.do === 'acceptAll';
      return model.choose({ analytics: granted, marketing: granted });
    }
    case 'withdraw':
      await visitor.call('withdraw', step.category);
      return model.choose(step.category ? { [step.category]: false } : { analytics: false, marketing: false });
    case 'reload':
      return load(model, visitor, await visitor.reload(), 'same entry');
    case 'visit':
      return load(model, visitor, await visitor.open(), 'new entry');
    case 'back':
      if (!model.canGoBack) {
        await load(model, visitor, await visitor.open(), 'new entry');
        await compare(model, visitor);
      }
      return model.back(await visitor.back());
    case 'switch tab': {
      model.front = 1 - model.front;
      await visitor.show(model.front);
      if (!model.tabs[model.front]) await load(model, visitor, await visitor.open('/'), 'new entry');
      return;
    }
    case 'clear storage':
      // Whether the others are told although nothing changes is the browser's affair.
      if (model.stored === undefined) return;
      await visitor.clearStorage(step.by);
      return model.clear(step.by);
    case 'spoil storage':
      if (model.stored === 'spoilt') return;
      await visitor.spoilStorage();
      return model.spoil();
    case 'move clock':
      model.moveClock(step.hours);
      await visitor.setClock(model.now);
      await visitor.lookAgain();
      return model.lookAgain();
  }
}

export interface Played {
  /** How often the Back button brought a page that was kept. */
  restored: number;
  /** What was asked for too much, also after the end. */
  lateDifferences(): string[];
}

/** Plays a sequence; throws at the first difference between browser and model. Returns what can be said later. */
export async function play(
  number: number,
  { start, steps }: Sequence,
  visitor: Visitor,
  witness: Witness,
): Promise<Played> {
  const model = new Model();
  let step = 'opening the site';
  const check = async () => {
    await compare(model, visitor);
    const end = performance.now() + PATIENCE_MS;
    let found: string[];
    while ((found = witness.differences(number, model.docs)).length && performance.now() < end)
      await new Promise((done) => setTimeout(done, 5));
    found.push(...visitor.errors);
    if (found.length) throw new Error(found.join('\n'));
  };
  try {
    await load(model, visitor, await visitor.begin(number, start, model.now), 'new entry');
    await check();
    for (const [index, each] of steps.entries()) {
      step = `step ${index + 1}, ${inWords(each)}`;
      model.moveClock(MINUTE_HOURS);
      await visitor.setClock(model.now);
      await take(each, model, visitor);
      await check();
    }
    step = 'a moment after the last step';
    await Promise.all([...model.tabs.keys()].map((tab) => visitor.tab(tab).evaluate(() => window.sequence.rest())));
    await check();
  } catch (error) {
    if (error instanceof Error) error.message = `${step}: ${error.message}`;
    throw error;
  }
  return { restored: model.restored, lateDifferences: () => witness.differences(number, model.docs) };
}
