import { reportProblem } from '../env/report-problem.js';
import type { FormAnswer, FormProof } from './form-record.js';
import { labelText } from './label-text.js';

/** The state of a checkbox across bindings: frameworks bind it again at each rendering. */
interface Bound {
  /** The visitor has ticked it, not a script or the browser. */
  ticked: boolean;
  /** This form has granted consent and not withdrawn it. */
  granted: boolean;
  /** The page has prevented the submission, or sends the form itself. */
  stopped: boolean;
  /** A dialog with the form was closed, and the page has not read the form yet. */
  closed: boolean;
  /** Sent with the form. */
  proof: FormProof | undefined;
  /** A withdrawal that the server may not have received yet. It is sent along until the browser has submitted the form. */
  untold: FormProof | undefined;
  release(): void;
}

/** What a form is bound to. */
export interface FormBinding {
  readonly purpose: string;
  /** Name of the field with the proof. */
  readonly field: string;
  answer(granted: boolean, label: string, method: FormAnswer['method']): FormProof | undefined;
}

const boxes = new WeakMap<HTMLInputElement, Bound>();

/** A checkbox has one purpose, and makes one answer, so an earlier binding is released. */
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

/**
 * Sends the visitor's answer with the form.
 *
 * @returns A function that releases the form.
 */
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
  // The value after a reset of the form.
  box.defaultChecked = false;
  // Browsers restore a tick after a reload, which is no answer:
  // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#attr-fe-autocomplete-off
  box.autocomplete = 'off';

  const make = (granted: boolean) => {
    const made = answer(granted, labelText(box), 'form');
    own.granted = !!made?.granted;
    own.untold = granted ? undefined : made;
    return made;
  };
  const prepare = () => {
    own.proof = undefined;
    // Moved to another form, or disabled: the browser does not send the checkbox either.
    if (box.form !== form || box.matches(':disabled')) return;
    if (box.checked && !own.ticked) {
      box.checked = false;
      reportProblem(
        'form-ticked',
        `The checkbox for "${purpose}" was ticked, but not by the visitor, which is not valid consent. For a control of your own call grant().`,
      );
    }
    // Sent again without the tick: the consent that this form granted is withdrawn.
    own.proof = box.checked || own.granted ? make(box.checked) : own.untold;
  };
  const onSubmit = (event: SubmitEvent) => {
    input.remove();
    // A dialog's form sends nothing, whichever button closed it.
    const method = event.submitter?.getAttribute('formmethod') ?? form.getAttribute('method');
    own.closed = method?.toLowerCase() === 'dialog';
    if (own.closed) return;
    prepare();
    if (own.proof) {
      input.value = JSON.stringify(own.proof);
      // A field named `append` hides the method: https://html.spec.whatwg.org/multipage/forms.html#the-form-element
      HTMLFormElement.prototype.append.call(form, input);
    }
    // Only for code that reads the form now. Later a script may change the checkbox, without an event.
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
    // Custom controls that stand for a checkbox send it a click only.
    [box, 'click', onTouch],
    [form, 'reset', onReset],
    // In the capture phase, before listeners of the page, which may read the form.
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
