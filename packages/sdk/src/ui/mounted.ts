import type { Locale } from '@askfirst/data';
import type { View } from '../state/types.js';

/** The mounted interface, for the files that only some visits load. */
export interface Mounted {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly win: Window;
  readonly view: View;
  /** Gets the texts in the current language of the page. */
  readonly words: () => Promise<{ locale: Locale }>;
  /** True in a frame, until it is known that no page around it asks. */
  isMute: boolean;
  /** The element of the interface that has the focus, or had it when the page removed the interface. */
  inside?: Element | null;
  /** Loads the code that keeps the interface in its place. */
  tend(): Promise<void>;
  /** Puts the interface back into the page now. */
  put?(): void;
  /** Shows the banner if there is something to ask, else removes it. */
  ask(): void;
  /** If `change` removes the focused element, moves focus to the opener, else the banner heading, else the status line. */
  keepFocus(change: () => void): void;
  /**
   * Records an answer that is given in the open preferences.
   *
   * @param name `accept`, `reject`, or `save` for the switches as they are.
   */
  answer?: ((name: string | undefined) => void) | undefined;
  /** Closes the open preferences. */
  hide?: (() => void) | undefined;
  /** Functions that undo everything. Empty once the interface has stopped. */
  readonly stops: Array<() => void>;
}
