import type { Locale } from '@askfirst/data';

/** `element` in the first layer, preact's `h` in the second. */
type Make<E> = (tag: string, attributes: Record<string, unknown>, ...children: (E | string)[]) => E;

/** Refusing and accepting: the same look, so that neither is louder. */
export const answers = <E>(make: Make<E>, { reject, accept }: Locale, look?: string): E =>
  make(
    'div',
    { class: 'answers' },
    make('button', { class: look, part: 'button reject' }, reject),
    make('button', { class: look, part: 'button accept' }, accept),
  );

/**
 * A truly modal dialog: inert page, top layer and Escape are the browser's. Its heading takes the first focus.
 * Returns how to close it: the browser gives the focus back to what had it.
 */
export const openModal = (dialog: HTMLDialogElement): (() => void) => {
  dialog.showModal();
  dialog.querySelector('h2')?.focus();
  return () => dialog.close();
};
