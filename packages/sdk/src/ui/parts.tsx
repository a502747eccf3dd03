import type { Locale } from '@askfirst/data';
import { type ComponentChildren, h } from 'preact';

/** Refusing and accepting: the same look, so that neither is louder. */
export const answers = (locale: Locale, look?: string) => (
  <div class="answers">
    <button class={look} part="button reject">
      {locale.reject}
    </button>
    <button class={look} part="button accept">
      {locale.accept}
    </button>
  </div>
);

const open = (dialog: HTMLDialogElement | null) => {
  dialog?.showModal();
  dialog?.querySelector('h2')?.focus();
};

/** A truly modal dialog: inert page, top layer and Escape are the browser's. Its heading takes the first focus. */
export const modal = (part: string, children: ComponentChildren) => (
  <dialog part={part} aria-labelledby={part} ref={open}>
    {children}
  </dialog>
);
