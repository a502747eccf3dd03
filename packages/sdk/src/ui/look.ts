import type { View } from '../state/types.js';
import { element } from './element.js';
import { roomAbove } from './room-above.js';

const GAP = '0.75em';
const SPACE = 'min(var(--askfirst-space, 1.25em), 3vh)';
const TOP = 'env(safe-area-inset-top)';
const SIDES = `calc(${GAP} + max(env(safe-area-inset-left), env(safe-area-inset-right)))`;

/** Margins along the block and the inline axis: what they leave is where the surface stands. */
const margins = {
  top: [`${GAP} auto`, 'auto'],
  bottom: [`auto ${GAP}`, 'auto'],
  'bottom-start': [`auto ${GAP}`, '0 auto'],
  'bottom-end': [`auto ${GAP}`, 'auto 0'],
  center: ['auto', 'auto'],
} as const;

/**
 * Gives a banner another place, and a logo. Each is set by script, one property at a time: a page may forbid the `style` attribute of
 * markup, https://www.w3.org/TR/CSP3/#directive-style-src-attr
 */
export function look(banner: HTMLElement, { state }: View): void {
  const { layout = 'bar', position, logo } = state.options.ui ?? {};
  if (logo) {
    // The question names the controller, so the image has no text of its own.
    const image = element('img', { part: 'logo', src: logo, alt: '' });
    Object.assign(image.style, { display: 'block', height: 'min(2em, 8vh)', maxWidth: '100%', objectFit: 'contain' });
    // Where it cannot be had, nothing reminds of it.
    image.addEventListener('error', () => image.remove());
    banner.querySelector('.text')?.prepend(image);
  }
  if (layout !== 'bar' && position) {
    const [marginBlock, marginInline] = margins[position];
    const inset = `${TOP} ${SIDES} env(safe-area-inset-bottom)`;
    Object.assign(banner.style, { inset, height: 'fit-content', marginBlock, marginInline });
  } else if (position === 'top') {
    const paddingBlock = `calc(${SPACE} + ${TOP}) ${SPACE}`;
    Object.assign(banner.style, { inset: '0 0 auto', borderWidth: '0 0 1px', paddingBlock });
  }
  if (position === 'top' && layout !== 'modal') roomAbove(banner);
}
