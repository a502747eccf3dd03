import { atom, onMount, type ReadableAtom } from 'nanostores';
import { browserEnv, now } from '../env/browser.js';
import { localStore } from '../env/local-store.js';
import { reportProblem } from '../env/report-problem.js';
import { bindBox, takeOver } from './bind-box.js';
import {
  type FormAnswer,
  type FormProof,
  type FormRecord,
  joined,
  PURPOSE,
  parseFormRecord,
  proofOf,
  withAnswer,
} from './form-record.js';
import { labelText } from './label-text.js';

/** Where the owner keeps the record, for example with the account on a server. May be asynchronous. */
export interface FormStore {
  /** What was written last, as an object or as its JSON; nothing if there is none. */
  read(): unknown;
  write(record: FormRecord): unknown;
}

export interface FormConsentOptions {
  /** What the answer is about: a letter, then letters, digits, `.`, `-`, `_`. For example `product-updates`. */
  purpose: string;
  /** Which version of the privacy policy is in force; written into each answer. */
  policyVersion?: string;
  /** Default: this browser's `localStorage`, key `askfirst.form.` and the purpose. */
  store?: FormStore;
  /** Name of the hidden field that hands the proof to your server. Default: `askfirst-` and the purpose. */
  field?: string;
}

/** The consent to one purpose that is not storage, such as mail about product updates. */
export interface FormConsent {
  /** The newest answer, `null` before the first. A nanostore. */
  readonly $answer: ReadableAtom<FormAnswer | null>;
  /**
   * Asks in a form. The box is unticked. When its form is submitted with the box ticked by the visitor, an answer is made, and
   * what is sent has the proof in a field (JSON, `FormProof`). Unticked or disabled: neither. If the page stopped the form
   * and the visitor then takes the tick out, the answer is taken back. The form of a dialog (`method="dialog"`) is not sent:
   * there the answer is made when your code reads it by `new FormData(form)`. Returns how to let go of the form.
   */
  bind(checkbox: HTMLInputElement | null): () => void;
  /** A switch in the settings: shows the answer, and acts at once. Returns how to let go of it. */
  bindToggle(checkbox: HTMLInputElement | null): () => void;
  /** An answer from a control of your own. `label` is the exact text that was shown. */
  grant(label: string): void;
  withdraw(): void;
  /** Every answer so far, `null` before the first. */
  record(): FormRecord | null;
}

const isThenable = (value: unknown): value is Promise<unknown> =>
  typeof (value as Promise<unknown>)?.then === 'function';

/**
 * Consent to a purpose that is not storage, with a record of its own. It has no part in the consent to cookies and similar
 * storage: it neither reads nor grants any of it.
 *
 * @throws Nothing. What is wrong is named in one console message, and no answer is made.
 * @example
 * const updates = formConsent({ purpose: 'product-updates', policyVersion: '2026-06-22' })
 * updates.bind(document.querySelector('#updates'))
 */
export function formConsent(options: FormConsentOptions): FormConsent {
  const { purpose, policyVersion = null, store, field } = options ?? {};
  const isValid = typeof purpose === 'string' && PURPOSE.test(purpose);
  const policy = typeof policyVersion === 'string' ? policyVersion : null;
  if (policy !== policyVersion)
    reportProblem(
      'form-policy',
      `policyVersion of "${purpose}" is not a string, so no answer contains it. Write for example "2026-06-22".`,
    );
  if (!isValid)
    reportProblem('form-purpose', `"${purpose}" is not a valid purpose. Write for example "product-updates".`);
  const key = `askfirst.form.${purpose}`;
  const local = localStore();
  const $answer = atom<FormAnswer | null>(null);
  let record: FormRecord | null = null;
  let asked = false;

  const adopt = (next: FormRecord | null) => {
    const last = next?.answers.at(-1) ?? null;
    record = next;
    if (JSON.stringify(last) !== JSON.stringify($answer.value)) $answer.set(last);
  };
  const failed = (error: unknown) =>
    reportProblem('form-store', `The store of "${purpose}" failed: ${error}. Fix its read() and write().`);
  const keep = (kept: FormRecord | null) => {
    if (!kept) return;
    if (!store) return local.set(key, JSON.stringify(kept));
    try {
      const written = store.write(kept);
      if (isThenable(written)) written.then(undefined, failed);
    } catch (error) {
      failed(error);
    }
  };
  const load = () => {
    if (!isValid || !browserEnv()) return;
    if (!store) return adopt(parseFormRecord(local.get(key), purpose));
    if (asked) return;
    asked = true;
    const take = (stored: unknown) => {
      const here = record;
      adopt(joined(parseFormRecord(stored, purpose), here));
      if (here) keep(record);
    };
    try {
      const stored = store.read();
      if (isThenable(stored)) stored.then(take, failed);
      else take(stored);
    } catch (error) {
      failed(error);
    }
  };
  onMount($answer, () => {
    load();
    return store ? undefined : local.onChange(load);
  });

  /** What is stored now: another tab may have answered. */
  const current = () => {
    load();
    return record;
  };
  const answer = (granted: boolean, label: string | null, method: FormAnswer['method']): FormProof | undefined => {
    const env = browserEnv();
    if (!isValid || !env) return;
    if (granted && !label) {
      reportProblem(
        'form-label',
        `The checkbox for "${purpose}" has no label, so nothing proves what the visitor agreed to. Add a label.`,
      );
      return;
    }
    const locale = env.doc.documentElement.lang || null;
    const made = { granted, at: new Date(now()).toISOString(), label, locale, policy, method };
    const next = withAnswer(current(), purpose, made);
    // Kept before anybody hears of it: who listens may ask for the record.
    keep(next);
    adopt(next);
    return proofOf(next);
  };
  const isGranted = () => !!current()?.answers.at(-1)?.granted;
  const isBox = (box: HTMLInputElement | null): box is HTMLInputElement => {
    const is = box?.type === 'checkbox';
    if (!is)
      reportProblem(
        'form-box',
        `The purpose "${purpose}" was bound to something other than an <input type="checkbox">. Pass the checkbox itself.`,
      );
    return is;
  };

  return {
    $answer,
    bind(box) {
      if (!isBox(box)) return () => {};
      const { form } = box;
      // A box that is ticked beforehand is no consent: ECJ, C-673/17 (Planet49).
      if (box.defaultChecked)
        reportProblem(
          'form-ticked',
          `The checkbox for "${purpose}" was ticked beforehand, which is not valid consent. Remove "checked".`,
        );
      if (form) return bindBox(box, form, { purpose, field: field || `askfirst-${purpose}`, answer });
      reportProblem('form-none', `The checkbox for "${purpose}" is not in a form. Put it into one, or use bindToggle.`);
      box.checked = box.defaultChecked = false;
      return () => {};
    },
    bindToggle(box) {
      if (!isBox(box)) return () => {};
      const show = () => {
        // Also what a reset of its form goes back to.
        box.checked = box.defaultChecked = !!$answer.value?.granted;
      };
      const onChange = () => {
        answer(box.checked, labelText(box), 'toggle');
        show();
      };
      const own = takeOver(box);
      box.addEventListener('change', onChange);
      const stop = $answer.subscribe(show);
      own.release = () => {
        box.removeEventListener('change', onChange);
        stop();
      };
      return own.release;
    },
    grant: (label) => {
      answer(true, typeof label === 'string' ? label.replace(/\s+/g, ' ').trim() : null, 'api');
    },
    withdraw: () => {
      if (isGranted()) answer(false, null, 'api');
    },
    record: current,
  };
}
