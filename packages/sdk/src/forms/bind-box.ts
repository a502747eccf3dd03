import { reportProblem } from '../env/report-problem.js';
import type { FormAnswer, FormProof } from './form-record.js';
import { labelText } from './label-text.js';

/** What is known of a box, whoever binds it: frameworks do so again at each rendering. */
interface Bound {
  /** By the visitor, not by a script or the browser. */
  ticked: boolean;
  /** This form has granted, and not taken it back. */
  granted: boolean;
  /** The page stopped the form, or sends it itself. */
  stopped: boolean;
  /** A dialog with the form was closed, and the page has not read it yet. */
  closed: boolean;
  /** Goes with the form. */
  proof: FormProof | undefined;
  /** A withdrawal that nobody may have heard of yet: it goes along until the browser has sent it. */
  untold: FormProof | undefined;
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
  const own: Bound = boxes.get(box) ?? {
    ticked: false,
    granted: false,
    stopped: false,
    closed: false,
    proof: undefined,
    untold: undefined,
    release: () => {},
  };
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
  if (!own.ticked) box.checked = false;
  // What a reset of the form goes back to.
  box.defaultChecked = false;
  // A tick that the browser restores is no answer to this page.
  box.autocomplete = 'off';

  const make = (granted: boolean) => {
    const made = answer(granted, labelText(box), 'form');
    own.granted = !!made?.granted;
    own.untold = granted ? undefined : made;
    return made;
  };
  const prepare = () => {
    own.proof = undefined;
    // Moved elsewhere, or disabled: the form does not send it either.
    if (box.form !== form || box.matches(':disabled')) return;
    if (box.checked && !own.ticked) {
      box.checked = false;
      reportProblem(
        'form-ticked',
        `The checkbox for "${purpose}" was ticked, but not by the visitor, which is not valid consent. For a control of your own call grant().`,
      );
    }
    // Sent again without the tick: what this form has granted is taken back.
    own.proof = box.checked || own.granted ? make(box.checked) : own.untold;
  };
  const onSubmit = (event: SubmitEvent) => {
    input.remove();
    // Closing a dialog sends nothing, whichever of its buttons it was.
    const method = event.submitter?.getAttribute('formmethod') ?? form.getAttribute('method');
    own.closed = method?.toLowerCase() === 'dialog';
    if (own.closed) return;
    prepare();
    if (own.proof) {
      input.value = JSON.stringify(own.proof);
      // Its own method may be hidden by a field of that name.
      HTMLFormElement.prototype.append.call(form, input);
    }
    // Only for who reads the form now: later a script may change the box, and nothing tells of it.
    setTimeout(() => {
      input.remove();
      own.stopped = event.defaultPrevented;
      if (!own.stopped) own.untold = undefined;
    });
  };
  const onData = ({ formData }: FormDataEvent) => {
    if (own.closed) prepare();
    own.closed = false;
    if (!own.proof) return;
    const holds = own.proof.granted === (box.checked && box.form === form && !box.matches(':disabled'));
    if (holds) formData.set(field, JSON.stringify(own.proof));
    else formData.delete(field);
  };
  const onTouch = () => {
    own.ticked = box.checked;
  };
  const onChange = () => {
    onTouch();
    own.proof = undefined;
    own.closed = false;
    input.remove();
    if (own.stopped && own.granted && !box.checked) make(false);
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
