import { route } from '../router.js';
import { consent } from './consent.js';

/** Starts consent in the language of the page, and again in the other one when the visitor changes it. */
export function speakLanguage(): void {
  const { documentElement: root } = document;
  root.lang = route.get().language;
  let stop = consent.start();
  route.subscribe(() => {
    const { language } = route.get();
    if (language === root.lang) return;
    root.lang = language;
    stop();
    stop = consent.start();
  });
}
