import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';
import type { Marked } from './once.js';
import { partsOf } from './parts.js';

/** Shows in a frame that waits what it waits for; again whenever that may have changed. `owner` has `data-consent`. */
export type Draw = (frame: HTMLIFrameElement, owner: Marked) => void;

/** Loads an element although its category is denied, and takes that back. */
export interface Once {
  loadOnce(owner: Marked): void;
  endOnce(owner: Marked): void;
}

/**
 * Loads what is shown in frames that wait, with the first of them.
 *
 * @returns A function to call for each element that waits, and again whenever it may have changed.
 */
export function placeholder(state: State, env: Env, load: () => Promise<Draw>): (element: HTMLElement) => void {
  let drawing: Promise<Draw> | undefined;
  return (element) => {
    // Until the place is known nothing is asked, and the stored answer may say yes.
    if (!state.$consent.get().regime || state.options.ui?.placeholder === 'none') return;
    for (const part of partsOf(element)) {
      const { src, placeholder = element.dataset.placeholder } = part.dataset;
      if (part.localName !== 'iframe' || !src || placeholder === 'none') continue;
      drawing ??= load();
      drawing
        .then((draw) => env.stops[0] && draw(part as HTMLIFrameElement, element))
        // The frame stays empty, and closed. The next look at the page tries again.
        .catch(() => {
          drawing = undefined;
        });
    }
  };
}
