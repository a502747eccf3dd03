import { h } from 'preact';
import type { View } from '../state/types.js';
import { categories, serviceList } from './categories.js';
import { headingOf, lawNotes, statusOf } from './law-notes.js';
import { answers, openModal } from './parts.js';
import { listed } from './words.js';

/** The dialog: every category with its switch and its services. No switch has an effect before the visitor saves. */
export const preferences = (view: View) => {
  const { law, locale, state } = view;
  const status = statusOf(view);
  const isChoice = state.categories[1];
  return (
    <dialog
      part="dialog"
      aria-labelledby="dialog"
      ref={(dialog: HTMLDialogElement | null) => void (dialog && openModal(dialog))}
    >
      <div class="row">
        <h2 id="dialog" tabIndex={-1}>
          {headingOf(view)}
        </h2>
        <button class="quiet" part="close">
          {locale.close}
        </button>
      </div>
      <form>
        <div class="text">
          {isChoice && <p>{law?.model === 'opt-out' ? locale.law.choicesIntro : locale.preferencesIntro}</p>}
          {status && <p part="honored">{status}</p>}
          {categories(view, true, (services) => (
            <details>
              <summary class="small">
                {locale.details}
                {services[0] &&
                  `: ${listed(
                    locale,
                    services.map(({ name }) => name),
                  )}`}
              </summary>
              {serviceList(view, services, true)}
              {services[0] && <p class="small">{locale.lifetimeNote}</p>}
            </details>
          ))}
          {lawNotes(view)}
        </div>
        {isChoice && (
          <div class="row">
            {/* Enter presses the first button of a form:
                https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission */}
            <button class="solid" part="button save">
              {locale.save}
            </button>
            {answers(h, locale)}
          </div>
        )}
      </form>
    </dialog>
  );
};
