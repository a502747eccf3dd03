import { h } from 'preact';
import type { View } from '../state/types.js';
import { answers, modal } from './parts.js';
import { makeRoom } from './room.js';
import { fill, labelOf, listed } from './words.js';

/** Who asks, for what, and the answers. */
export const banner = (view: View) => {
  const { locale, state } = view;
  const { controller, policy, ui } = state.options;
  const url = policy?.url;
  const layout = ui?.layout ?? 'bar';
  const { due } = state.$consent.get();
  const asked = state.categories.filter(({ key }) => due.includes(key));
  const values = {
    controller: controller?.name ?? locale.thisSite,
    purposes: listed(asked.map((category) => labelOf(view, category))),
    count: asked.flatMap(({ services }) => services).length,
  };
  const content = [
    // A scroll container with nothing to focus in it could not be scrolled by keyboard everywhere.
    <div class="text" tabIndex={url ? undefined : 0}>
      <h2 id="banner" tabIndex={-1}>
        {locale.title}
      </h2>
      <p>{fill(locale.ask, values)}</p>
      <p class="small">{locale.withdraw}</p>
      <p class="small facts">
        <span>{fill(locale.serviceCount, values)}</span>
        {url && <a href={url}>{locale.policyLink}</a>}
      </p>
    </div>,
    <div class="row">
      {answers(locale, 'solid')}
      <button class="quiet" part="choose">
        {locale.choose}
      </button>
    </div>,
  ];
  return layout === 'modal' ? (
    modal('banner', content)
  ) : (
    <section part="banner" class={layout} aria-labelledby="banner" ref={makeRoom}>
      {content}
    </section>
  );
};
