import type { Locale } from '@askfirst/data';
import type { View } from '../state/types.js';

/** What `mount` has made, for the files that only some visits load. */
export interface Mounted {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly win: Window;
  readonly view: View;
  /** Gets the texts in the language that the page has by now. */
  readonly words: () => Promise<{ locale: Locale }>;
  /** In a frame, until it is known that no page around it asks. */
  isMute: boolean;
  /** What has the focus, or had it as the page took the interface away. */
  inside?: Element | null;
  /** Loads what keeps the interface in its place. */
  tend(): Promise<void>;
  /** Puts it back now, whoever has taken it out. */
  put?(): void;
  /** Puts the question, if there is one. */
  ask(): void;
  /** Focus that goes away with something goes to what comes in its place, to the question, or to the word that the choice was saved. */
  keepFocus(change: () => void): void;
  /** Takes the switches of the open preferences for the answer. */
  save?: (() => void) | undefined;
  /** Takes the open preferences away. */
  hide?: (() => void) | undefined;
  /** What undoes it all; empty once that has happened. */
  readonly stops: Array<() => void>;
}
