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
  /** Reads what was written last, as an object or as its JSON; nothing if there is none. */
  read(): unknown;
  /** Replaces the record. */
  write(record: FormRecord): unknown;
}

/** The options of {@link formConsent}. */
export interface FormConsentOptions {
  /** What the answer is about: a letter, then letters, digits, `.`, `-`, `_`. For example `product-updates`. */
  purpose: string;
  /**
   * The version of the privacy policy that is in force, which is stored with each answer.
   *
   * @default none, stored as `null`
   */
  policyVersion?: string;
  /**
   * Where the record is kept.
   *
   * @default this browser's `localStorage`, key `askfirst.form.` and the purpose
   */
  store?: FormStore;
  /**
   * Name of the hidden field that sends the proof to your server.
   *
   * @default `askfirst-` and the purpose
   */
  field?: string;
}

/** The consent to one purpose that is not storage, such as mail about product updates. */
export interface FormConsent {
  /** The newest answer; `null` before the first. A nanostore. */
  readonly $answer: ReadableAtom<FormAnswer | null>;
  /**
   * Asks in a form. `bind` unticks the checkbox. If the visitor ticks it and submits the form, an answer is recorded, and the form
   * data has the proof in a field (JSON, `FormProof`). Unticked or disabled: neither. If the page prevents the submission and the
   * visitor then unticks the checkbox, the consent is withdrawn. The form of a dialog (`method="dialog"`) is not sent: there the
   * answer is recorded when your code reads the form by `new FormData(form)`.
   *
   * @returns A function that releases the form.
   * @example updates.bind(document.querySelector('#updates'))
   */
  bind(checkbox: HTMLInputElement | null): () => void;
  /**
   * Binds a switch in the settings, which shows the answer and acts at once.
   *
   * @returns A function that releases the switch.
   */
  bindToggle(checkbox: HTMLInputElement | null): () => void;
  /** Records a yes by a control of your own. `label` is the exact text that the visitor saw. */
  grant(label: string): void;
  /** Records a withdrawal. Does nothing if no consent was given. */
  withdraw(): void;
  /** All answers so far, at most 20; `null` before the first. */
  record(): FormRecord | null;
}

const isThenable = (value: unknown): value is Promise<unknown> =>
  typeof (value as Promise<unknown>)?.then === 'function';

/**
 * Consent to a purpose that is not storage, with a record of its own. It is separate from the consent to cookies and similar storage:
 * it neither reads nor grants any.
 *
 * @throws Nothing. One console message names each mistake, and no answer is recorded.
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

  /** The stored record: the visitor may have answered in another tab. */
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
    // Stored before listeners are called: they may read the record.
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
      // A box that is ticked beforehand is not valid consent: ECJ, C-673/17 (Planet49),
      // https://curia.europa.eu/juris/liste.jsf?num=C-673/17
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
        // `defaultChecked` is the value after a reset of its form.
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
