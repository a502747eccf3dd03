import { say } from '../env/say.js';
import type { FormAnswer, FormProof } from './form-record.js';
import { labelText } from './label-text.js';

/** What is known of a box, whoever binds it: frameworks do so again at each rendering. */
interface Bound {
  /** By the visitor, not by a script or the browser. */
  ticked: boolean;
  /** This form has granted, and not taken it back. */
  granted: boolean;
  release(): void;
}

export interface FormBinding {
  readonly purpose: string;
  /** Name of the field with the proof. */
  readonly field: string;
  answer(granted: boolean, label: string, method: FormAnswer['method']): FormProof | undefined;
}

const boxes = new WeakMap<HTMLInputElement, Bound>();

/** A box has one purpose, and answers once: who bound it before lets go. */
export function takeOver(box: HTMLInputElement): Bound {
  const own: Bound = boxes.get(box) ?? { ticked: false, granted: false, release: () => {} };
  own.release();
  boxes.set(box, own);
  return own;
}

/** The visitor's answer goes with the form. Returns how to let go of it. */
export function bindBox(
  box: HTMLInputElement,
  form: HTMLFormElement,
  { purpose, field, answer }: FormBinding,
): () => void {
  const own = takeOver(box);
  const input = box.ownerDocument.createElement('input');
  input.type = 'hidden';
  input.name = field;
  let proof: FormProof | undefined;
  /** A withdrawal that no form has handed over yet. */
  let untold: FormProof | undefined;
  /** The page stopped the form, or sends it itself. */
  let stopped = false;
  let inDialog = false;

  if (!own.ticked) box.checked = false;
  // What a reset of the form goes back to.
  box.defaultChecked = false;
  // A tick that the browser restores is no answer to this page.
  box.autocomplete = 'off';

  const make = (granted: boolean) => {
    const made = answer(granted, labelText(box), 'form');
    own.granted = !!made?.granted;
    if (!granted) untold = made;
    return made;
  };
  const prepare = () => {
    proof = undefined;
    // Moved elsewhere, or disabled: the form does not send it either.
    if (box.form !== form || box.matches(':disabled')) return;
    if (box.checked && !own.ticked) {
      box.checked = false;
      say(
        'form-ticked',
        `The box of "${purpose}" was ticked, but not by the visitor, which is no consent. A control of your own calls grant().`,
      );
    }
    // Sent again without the tick: what this form has granted is taken back.
    proof = box.checked || own.granted ? make(box.checked) : untold;
  };
  const onSubmit = (event: SubmitEvent) => {
    input.remove();
    // Closing a dialog sends nothing, whichever of its buttons it was.
    const method = event.submitter?.getAttribute('formmethod') ?? form.getAttribute('method');
    inDialog = method?.toLowerCase() === 'dialog';
    if (inDialog) return;
    prepare();
    if (proof) {
      input.value = JSON.stringify(proof);
      // Its own method may be hidden by a field of that name.
      HTMLFormElement.prototype.append.call(form, input);
    }
    // Only for who reads the form now: later a script may change the box, and nothing tells of it.
    setTimeout(() => {
      input.remove();
      stopped = event.defaultPrevented;
    });
  };
  const onData = ({ formData }: FormDataEvent) => {
    if (inDialog) prepare();
    inDialog = false;
    if (!proof) return;
    const holds = proof.granted === (box.checked && box.form === form && !box.matches(':disabled'));
    if (!holds) return formData.delete(field);
    formData.set(field, JSON.stringify(proof));
    untold = undefined;
  };
  const onTouch = () => {
    own.ticked = box.checked;
  };
  const onChange = () => {
    onTouch();
    proof = undefined;
    inDialog = false;
    input.remove();
    if (stopped && own.granted && !box.checked) make(false);
  };
  const onReset = () => {
    setTimeout(() => {
      own.ticked &&= box.checked;
    });
  };
  const listeners: [EventTarget, string, (event: never) => void][] = [
    [box, 'change', onChange],
    // Controls that stand for a box send it nothing else.
    [box, 'click', onTouch],
    [form, 'reset', onReset],
    // Before the listeners of the page, which may read the form.
    [form, 'submit', onSubmit],
    [form, 'formdata', onData],
  ];
  for (const [target, type, listener] of listeners) target.addEventListener(type, listener as EventListener, true);
  own.release = () => {
    for (const [target, type, listener] of listeners) target.removeEventListener(type, listener as EventListener, true);
    input.remove();
  };
  return own.release;
}
