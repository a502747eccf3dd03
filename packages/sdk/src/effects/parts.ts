/** The attributes that hold an address, each with a `data-…` twin while its element waits. */
export const ADDRESSES = ['src', 'srcset', 'srcdoc', 'href', 'poster', 'data'];

/** A marked element and what waits with it. */
export const partsOf = (element: HTMLElement): HTMLElement[] => [
  element,
  ...element.querySelectorAll<HTMLElement>(':not([data-consent],script,a)'),
];
