import { type ComponentChildren, h } from 'preact';
import { decide } from '../state/decide.js';
import type { View } from '../state/types.js';
import { categories, serviceList } from './categories.js';
import { announce } from './shadow-root.js';

type Content = (view: View) => ComponentChildren;

/** `<consent-preferences>`: the switches in the flow of a page. Each acts at once. */
export const inlinePreferences: Content = (view) => {
  const { locale, state } = view;
  const onChange = ({ target, currentTarget }: Event & { currentTarget: HTMLElement }) => {
    const { name, checked } = target as HTMLInputElement;
    decide(state, { [name]: checked }, 'inline');
    announce(currentTarget, locale.saved);
  };
  return (
    <section part="inline" aria-label={locale.preferences} onChange={onChange}>
      {categories(view, true)}
      <p class="small facts">
        <span>{state.categories[1] && locale.appliesAtOnce}</span>
        <span role="status" />
      </p>
    </section>
  );
};

/** `<consent-declaration>`: every service and what it stores, from the options that also decide what runs. */
export const declaration: Content = (view) => [
  // A site without optional categories honours the signal by running nothing, and has no switch beside which to say so.
  !view.state.categories[1] && view.state.$consent.get().gpc && <p>{view.locale.gpcHonored}</p>,
  categories(view, false, (services) => serviceList(view, services)),
  <p class="small">{view.locale.lifetimeNote}</p>,
];
