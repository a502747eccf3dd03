import type { Locale } from '@askfirst/data';

/** `element` in the first layer, preact's `h` in the second. */
type Make<E> = (tag: string, attributes: Record<string, unknown>, ...children: (E | string)[]) => E;

/** Reject and accept, with the same look, so that neither is nudged. */
export const answers = <E>(make: Make<E>, { reject, accept }: Locale, look?: string): E =>
  make(
    'div',
    { class: 'answers' },
    make('button', { class: look, part: 'button reject' }, reject),
    make('button', { class: look, part: 'button accept' }, accept),
  );

/**
 * Opens a modal dialog. The browser makes the page inert, and handles Escape and the top layer. The heading gets the first focus:
 * https://html.spec.whatwg.org/multipage/interactive-elements.html#dom-dialog-showmodal
 *
 * @returns A function that closes it. The browser moves the focus back to the element that had it.
 */
export const openModal = (dialog: HTMLDialogElement): (() => void) => {
  dialog.showModal();
  dialog.querySelector('h2')?.focus();
  return () => dialog.close();
};
