/** Languages that are written from right to left, as the locales of this package say. */
const RTL = /^(ar|fa|he|ur)\b/;

export const textDirection = (lang: string): 'ltr' | 'rtl' => (RTL.test(lang) ? 'rtl' : 'ltr');
