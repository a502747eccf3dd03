/** What the visitor did, and when: a press by the browser's own clock, so that what it causes never lies before it. */
import type { Moment } from '../model.js';

/** A press that the browser heard. Times are milliseconds since 1970. */
interface Heard {
  at: number;
  /** Whether a pointer did it: a click that a script makes is none. */
  isTrusted: boolean;
}

type Picture = Pick<Moment, 'screenshot'>;

export class Moments {
  readonly #moments: Moment[] = [];
  /** When each press was begun and had come about, by our own clock. */
  readonly #pressed = new Map<Moment, { from: number; to: number }>();
  readonly #heard: Heard[] = [];

  mark(act: Moment['act'], url: string, more: Picture = {}): Moment {
    const moment: Moment = { at: Date.now(), act, url, ...more };
    this.#moments.push(moment);
    return moment;
  }

  /** @param press false if it could not press: then there was no such moment. */
  async press(act: Moment['act'], url: string, press: () => Promise<boolean>, more: Picture = {}): Promise<boolean> {
    const moment = this.mark(act, url, more);
    const isPressed = await press();
    if (isPressed) this.#pressed.set(moment, { from: moment.at, to: Date.now() + 1 });
    else this.#moments.splice(this.#moments.indexOf(moment), 1);
    return isPressed;
  }

  heard(press: Heard): void {
    this.#heard.push(press);
  }

  /** A press that was tried several times came about by the last one; a rule that calls a tool makes none. */
  #when(moment: Moment): number {
    const { from, to } = this.#pressed.get(moment) ?? { from: moment.at, to: moment.at };
    const heard = this.#heard.filter(({ at }) => at >= from && at <= to);
    return (heard.findLast(({ isTrusted }) => isTrusted) ?? heard[0])?.at ?? from;
  }

  /** In order. @param zero moment of the first navigation, in milliseconds since 1970 */
  all(zero: number): Moment[] {
    return this.#moments.map((moment) => ({ ...moment, at: Math.max(0, Math.round(this.#when(moment) - zero)) }));
  }
}
