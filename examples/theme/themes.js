/**
 * Finished themes. Colours are pairs, light and dark; lengths of `radius` and `space` are in pixels, of `width` in em.
 */
export const themes = {
  gazette: {
    name: 'Gazette',
    about: 'Calm and bookish. For papers, essays, museums.',
    layout: 'bar',
    position: 'bottom',
    colours: {
      surface: ['#faf6ee', '#1c1916'],
      text: ['#2b2520', '#ebe3d6'],
      accent: ['#faf6ee', '#1c1916'],
      'on-accent': ['#2b2520', '#ebe3d6'],
      border: ['#cfc4b1', '#463f37'],
    },
    font: 'book',
    title: 'large',
    shadow: 'none',
    radius: 0,
    space: 28,
    width: 66,
  },
  meridian: {
    name: 'Meridian',
    about: 'Crisp and quick. For products and their docs.',
    layout: 'card',
    position: 'bottom-start',
    colours: {
      surface: ['#ffffff', '#101826'],
      text: ['#16202e', '#e3eaf4'],
      accent: ['#0a58ca', '#8dbdff'],
      'on-accent': ['#ffffff', '#071326'],
      border: ['#d5deea', '#2b384c'],
    },
    font: 'system',
    title: 'plain',
    shadow: 'deep',
    radius: 10,
    space: 22,
    width: 26,
  },
  hearth: {
    name: 'Hearth',
    about: 'Warm and round. For shops, kitchens, makers.',
    layout: 'modal',
    position: 'center',
    colours: {
      surface: ['#fff7ee', '#2a1c16'],
      text: ['#46291c', '#f7e8db'],
      accent: ['#a23c1d', '#f3b48f'],
      'on-accent': ['#fffaf4', '#37180b'],
      border: ['#efd7c1', '#573d30'],
    },
    font: 'humanist',
    title: 'large',
    shadow: 'soft',
    radius: 28,
    space: 28,
    width: 34,
  },
  registry: {
    name: 'Registry',
    about: 'Plain, and as clear as it gets. For public services.',
    layout: 'card',
    position: 'bottom-end',
    colours: {
      surface: ['#ffffff', '#000000'],
      text: ['#0b0c0c', '#ffffff'],
      accent: ['#0d3b66', '#ffdd00'],
      'on-accent': ['#ffffff', '#000000'],
      border: ['#0b0c0c', '#ffffff'],
    },
    font: 'plain',
    title: 'large',
    shadow: 'none',
    radius: 0,
    space: 24,
    width: 30,
  },
};

/** Where each layout may stand, the default first. */
export const positions = {
  bar: ['bottom', 'top'],
  card: ['bottom-end', 'bottom-start', 'bottom', 'top', 'center'],
  modal: ['center', 'bottom', 'bottom-start', 'bottom-end', 'top'],
};

/** Fonts that visitors have: nothing is downloaded. */
export const fonts = {
  system: ['of the system', 'system-ui, sans-serif'],
  book: ['of a book', '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "P052", Georgia, serif'],
  humanist: ['round', 'Avenir, "Avenir Next", Nunito, "Segoe UI", Montserrat, Corbel, "URW Gothic", sans-serif'],
  plain: ['plain', 'Arial, "Helvetica Neue", Helvetica, "Liberation Sans", sans-serif'],
};

export const titles = {
  plain: ['like the text', ''],
  large: ['large', 'font-size: 1.25em; line-height: 1.25'],
  wide: ['small, spaced out', 'font-size: 0.8125em; letter-spacing: 0.08em; text-transform: uppercase'],
};

export const shadows = {
  none: ['none', 'none'],
  soft: ['soft', '0 0.5em 2em #4a21101f'],
  deep: ['deep', '0 1.25em 3em -0.75em #08122666, 0 0 1px #08122640'],
};
