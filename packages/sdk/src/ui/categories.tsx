import type { CategoryText } from '@askfirst/data';
import { type ComponentChildren, h } from 'preact';
import { linkTo } from '../policy/link.js';
import type { View } from '../state/types.js';
import { lawNoteOn } from './law-notes.js';
import { countryName, lifetimeText, type Shown, shownServices } from './shown-services.js';
import { fill, labelOf, listed } from './words.js';

/**
 * One group for each category.
 *
 * @param more Makes what stands below the description.
 */
export const categories = (view: View, switches: boolean, more?: (services: readonly Shown[]) => ComponentChildren) => {
  const { locale, state } = view;
  const { granted, reasons } = state.$consent.get();
  // Visitors cannot allow a category whose options are invalid.
  const shown = state.categories.filter(({ isInvalid }) => !isInvalid);
  return shown.map((category) => {
    const { key } = category;
    const label = labelOf(view, category);
    const usual = (locale.categories as Record<string, CategoryText | undefined>)[key];
    /** Global Privacy Control keeps it off. */
    const locked = reasons[key] === 'gpc';
    return (
      <div part="category" role="group" aria-label={label}>
        <h3>
          <label class="row">
            {label}
            {switches &&
              (key === 'necessary' ? (
                <span class="small">{locale.alwaysOn}</span>
              ) : (
                // The words for on and off are for the eye. Screen readers announce the state of a switch themselves.
                <input
                  type="checkbox"
                  role="switch"
                  part="switch"
                  name={key}
                  checked={granted[key]}
                  disabled={locked}
                  aria-describedby={`about-${key}`}
                  data-on={locale.on}
                  data-off={locale.off}
                />
              ))}
          </label>
        </h3>
        <p class="small" id={`about-${key}`}>
          {category.description ?? usual?.description} {locked ? <strong>{locale.gpc}</strong> : lawNoteOn(view, key)}
        </p>
        {more?.(shownServices(view, category))}
      </div>
    );
  });
};

/** The services of a category, their providers, what they store in the visitor's browser, and for how long. */
export const serviceList = ({ locale }: View, services: readonly Shown[]) =>
  services.length ? (
    services.map(({ name, provider, country, policyUrl, stores = [] }) => (
      <div>
        <h4>{name}</h4>
        {provider && (
          <p class="small facts">
            <span>{country ? listed(locale, [provider, countryName(locale.lang, country)]) : provider}</span>
            {policyUrl && linkTo(policyUrl) && (
              <a href={policyUrl} rel="noopener">
                {fill(locale.servicePolicy, { service: name })}
              </a>
            )}
          </p>
        )}
        {stores[0] && (
          <table class="small" aria-label={name}>
            <tr>
              <th scope="col">{locale.columns.name}</th>
              <th scope="col">{locale.columns.kind}</th>
              <th scope="col">{locale.columns.lifetime}</th>
            </tr>
            {stores.map(({ name, kind, lifetime }) => (
              <tr>
                {/* A name such as _ga keeps its order in a line that runs from right to left. */}
                <td>
                  <bdi>{name}</bdi>
                </td>
                <td>{locale.kinds[kind]}</td>
                <td>{lifetimeText(locale, lifetime)}</td>
              </tr>
            ))}
          </table>
        )}
      </div>
    ))
  ) : (
    <p class="small">{locale.noServices}</p>
  );
