import type { CategoryText } from '@askfirst/data';
import { type ComponentChildren, h } from 'preact';
import { linkTo } from '../policy/link.js';
import type { View } from '../state/types.js';
import { lawNoteOn } from './law-notes.js';
import { capHere, lifetimeText } from './lifetime.js';
import { countryName, type Shown, shownServices } from './shown-services.js';
import { fill, labelOf, listed } from './words.js';

/** The words for on and off are for the eye. Screen readers announce the state of a switch themselves. */
const switchOf = ({ locale, state }: View, key: string, about?: string) => (
  <span class="state">
    <input
      type="checkbox"
      role="switch"
      part="switch"
      name={key}
      checked={state.$consent.get().granted[key]}
      disabled={state.$consent.get().reasons[key] === 'gpc'}
      aria-describedby={about}
    />
    <i aria-hidden="true" data-on={locale.on} data-off={locale.off} />
  </span>
);

/** The name of a service with its switch, where the visitor may answer about it alone. */
const serviceSwitch = (view: View, id: string | undefined, name: string) => {
  const own = view.state.categories.find(({ within, services }) => within && services[0]?.id === id);
  return (
    own && (
      <label class="row">
        {name}
        {switchOf(view, own.key)}
      </label>
    )
  );
};

/** The services that the visitor may answer about alone, each with its switch. */
export const serviceSwitches = (view: View, services: readonly Shown[]) =>
  services.map(({ id, name }) => {
    const own = serviceSwitch(view, id, name);
    return own && <div>{own}</div>;
  });

/**
 * One group for each category.
 *
 * @param more Makes what stands below the description.
 */
export const categories = (view: View, switches: boolean, more?: (services: readonly Shown[]) => ComponentChildren) => {
  const { locale, state } = view;
  const { reasons } = state.$consent.get();
  // Visitors cannot allow a category whose options are invalid.
  const shown = state.categories.filter(({ isInvalid, within }) => !isInvalid && !within);
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
                switchOf(view, key, `about-${key}`)
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
export const serviceList = (view: View, services: readonly Shown[], switches: boolean) => {
  const { locale } = view;
  const cap = capHere();
  return services.length ? (
    services.map(({ id, name, provider, country, policyUrl, stores = [] }) => (
      <div>
        <h4>{(switches && serviceSwitch(view, id, name)) || name}</h4>
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
            {/* On paper it stands on each page that the table reaches. */}
            <thead>
              <tr>
                <th scope="col">{locale.columns.name}</th>
                <th scope="col">{locale.columns.kind}</th>
                <th scope="col">{locale.columns.lifetime}</th>
              </tr>
            </thead>
            <tbody>
              {stores.map((entry) => (
                <tr>
                  {/* A name such as _ga keeps its order in a line that runs from right to left. */}
                  <td>
                    <bdi>{entry.name}</bdi>
                  </td>
                  <td>{locale.kinds[entry.kind]}</td>
                  <td>{lifetimeText(locale, entry, cap)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    ))
  ) : (
    <p class="small">{locale.noServices}</p>
  );
};
