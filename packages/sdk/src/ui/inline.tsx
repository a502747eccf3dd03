import { type ComponentChildren, h } from 'preact';
import { decide } from '../state/decide.js';
import type { View } from '../state/types.js';
import { categories, serviceList, serviceSwitches } from './categories.js';
import { statusOf } from './law-notes.js';
import { optInAgain } from './opt-in-again.js';
import { announce } from './shadow-root.js';

/** @param again Asks whether an opt-in after an opt-out is meant. */
type Content = (view: View, again: (key: string) => void) => ComponentChildren;

/** `<consent-preferences>`: the switches in the flow of a page. Each acts at once. */
export const inlinePreferences: Content = (view, again) => {
  const { locale, state } = view;
  const onChange = ({ target, currentTarget }: Event & { currentTarget: HTMLElement }) => {
    const input = target as HTMLInputElement;
    const { name, checked } = input;
    if (optInAgain(view, { [name]: checked })) {
      input.checked = false;
      return again(name);
    }
    decide(state, { [name]: checked }, 'inline');
    announce(currentTarget, statusOf(view) || locale.saved);
  };
  return (
    <section part="inline" aria-label={locale.preferences} onChange={onChange}>
      {categories(view, true, (services) => serviceSwitches(view, services))}
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
  // Where these laws want the sentence: beside the policy.
  view.law?.notices
    ?.filter(({ sells }) => view.state.categories.some(({ key }) => key === sells))
    .map(({ text }) => (
      <p>
        <strong>{text}</strong>
      </p>
    )),
  // Fewer are found faster by eye.
  view.state.options.services?.[12] && (
    <search
      ref={(holder: HTMLElement | null) => {
        if (holder) import('./search.js').then(({ fillSearch }) => fillSearch(holder, view)).catch(() => {});
      }}
    />
  ),
  categories(view, false, (services) => serviceList(view, services, false)),
  <p class="small">{view.locale.lifetimeNote}</p>,
];
