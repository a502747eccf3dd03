import { type Language, route } from '../router.js';
import { useStore } from '../store.js';
import { en, type Words } from './en.js';
import { th } from './th.js';

const words: Record<Language, Words> = { en, th };

/** Everything the app says, in the language of its address. */
export const useWords = (): Words => words[useStore(route).language];

/** A moment as the reader writes it, in Bangkok's time zone. Thai readers see Buddhist years. */
export function useDates() {
  const { language } = useStore(route);
  const locale = language === 'th' ? 'th-TH' : 'en-GB';
  const format = (at: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Bangkok', ...options }).format(new Date(at));
  return {
    date: (at: string) => format(at, { dateStyle: 'long' }),
    moment: (at: string) => format(at, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
