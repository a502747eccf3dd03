import { locales } from '@askfirst/data/locales';
import { describe, expect, test } from 'vitest';
import { plain, roleOf, wordsOfBanners } from '../src/banner/words.js';

const words = await wordsOfBanners();

describe('what a button of a banner does', () => {
  test.each([
    ['reject', ['Reject all', 'Only necessary cookies', 'I decline', 'Decline all apps', 'Cookies : Deny all cookies']],
    [
      'reject',
      ['Continue without accepting →', 'Accept only necessary', 'Use necessary cookies only', 'No, do not allow'],
    ],
    [
      'reject',
      [
        'Nur notwendige Cookies',
        'Alle ablehnen',
        'Weiter ohne Einwilligung',
        'Tout refuser',
        'Continuer sans accepter',
      ],
    ],
    [
      'reject',
      ['Rechazar todo', 'Solo necesarias', 'Rifiuta tutti', 'Alles weigeren', 'Odrzuć wszystkie', 'Avvisa alla'],
    ],
    [
      'accept',
      [
        'Accept all',
        'ACCEPT ALL COOKIES',
        '✓ OK, accept all',
        'I agree',
        'Got it!',
        'Alle akzeptieren',
        'Tout accepter',
      ],
    ],
    ['accept', ['Aceptar todas las cookies', 'Accetta tutti', 'Alles accepteren', 'Godkänn alla', 'Yes']],
    ['save', ['Save choices', 'Accept selected', 'Accept current selection', 'Confirm my choices', 'Save and exit']],
    ['save', ['Auswahl speichern', 'Enregistrer mes choix', 'Guardar preferencias', 'Voorkeuren opslaan']],
    [
      'settings',
      ['Manage options', 'Cookie settings', 'Customise', 'Let me choose', 'Einstellungen anpassen', 'Paramétrer'],
    ],
    [
      undefined,
      ['Add to basket', 'Close preferences', 'Privacy policy', 'Cookie notice', 'Strictly Necessary', 'Analytics'],
    ],
    [undefined, ['Sign in', 'Necessary', 'Accept an invitation to our summer sale', '']],
  ])('%s', (role, texts) => {
    for (const text of texts) expect([text, roleOf(text, words)]).toEqual([text, role]);
  });

  test('in every language of the data', async () => {
    for (const read of Object.values(locales)) {
      const { locale } = await read();
      const roles = [locale.reject, locale.save, locale.accept, locale.choose].map((text) => roleOf(text, words));
      expect([locale.lang, ...roles]).toEqual([locale.lang, 'reject', 'save', 'accept', 'settings']);
      expect(words.reopen.exact).toContain(plain(locale.preferences));
    }
  });

  test('a way back to the question names its subject and its act', () => {
    const back = new RegExp(`^(?:${words.reopen.pattern})$`, 'u');
    const says = (text: string) => back.test(plain(text));
    for (const text of ['Cookie settings', 'Manage cookie preferences', 'Change consent', 'Cookie-Einstellungen'])
      expect([text, says(text)]).toEqual([text, true]);
    for (const text of ['Settings', 'Cookie policy', 'Privacy', 'Recipes for cookies'])
      expect([text, says(text)]).toEqual([text, false]);
  });
});
