import { ours } from './ours.js';

const HELD =
  'click,keydown,keypress,keyup,wheel,touchstart,touchmove,touchend,pointerdown,mousedown,focus,focusin,focusout';

/**
 * Stops events inside the interface before the page's listeners get them. Shortcuts, smooth scrolling and focus traps cannot see into
 * a shadow root: they would take keys from buttons, and the wheel from what scrolls.
 *
 * @param happened Called for each event inside.
 * @param pressed Called for each key that is pressed in the page.
 * @param mine The elements that hold the interface.
 * @returns A function that stops it.
 */
export function hold(win: Window, happened: (event: Event) => void, pressed: () => void, mine = ours): () => void {
  const held = new AbortController();
  const onEvent = (event: Event) => {
    if (!event.composedPath().some((node) => mine.has(node))) return event.type === 'keydown' && pressed();
    event.stopImmediatePropagation();
    happened(event);
  };
  // On the window, which gets each event first. Passive for touches and the wheel, so that scrolling does not wait for us:
  // https://dom.spec.whatwg.org/#observing-event-listeners
  for (const type of HELD.split(','))
    win.addEventListener(type, onEvent, { capture: true, passive: type > 't', signal: held.signal });
  return () => held.abort();
}
