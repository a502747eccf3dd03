import { isName } from '../policy/declared.js';
import type { View } from '../state/types.js';
import { element } from './element.js';
import { announce } from './shadow-root.js';
import { fill } from './words.js';

/**
 * Leaves on the screen the services whose name, provider or entries have these words, and the categories that have one of them. A
 * whole name is found by its pattern, too: `_ga_AB12` by `_ga_*`.
 *
 * @returns How many services are left.
 */
function leave(root: ParentNode, words: string): number {
  let count = 0;
  for (const group of root.querySelectorAll('[role=group]')) {
    const before = count;
    for (const service of group.querySelectorAll('div')) {
      const texts = [...service.querySelectorAll('h4,span,bdi')].map(({ textContent }) => textContent.toLowerCase());
      const isHit = texts.some((text) => text.includes(words) || isName(text, words));
      service.classList.toggle('out', !isHit);
      if (isHit) count++;
    }
    group.classList.toggle('out', words !== '' && count === before);
  }
  return count;
}

/** Puts a search field above a long list of services. It is called what the list is called. */
export function fillSearch(holder: HTMLElement, { locale }: View): void {
  if (holder.firstChild) return;
  const field = element('input', { type: 'search', placeholder: locale.columns.name }) as HTMLInputElement;
  const onInput = () => {
    const root = holder.getRootNode() as ShadowRoot;
    const words = field.value.trim().toLowerCase();
    const count = leave(root, words);
    announce(root, words && fill(locale.serviceCount, { count }));
  };
  // Escape empties it. Firefox leaves that to the page.
  const onHeld = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    field.value = '';
    onInput();
  };
  field.addEventListener('input', onInput);
  Object.assign(field, { onHeld });
  holder.append(
    element('label', {}, locale.details, field),
    element('p', { class: 'small' }, element('span', { role: 'status' })),
  );
}
