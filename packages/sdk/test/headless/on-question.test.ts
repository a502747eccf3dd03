import { createConsent } from 'askfirst';
import { onQuestion, type Question } from 'askfirst/headless';
import { atom } from 'nanostores';
import { expect, test } from 'vitest';

test('a question names all that is due, even if the options are not those of the consent', async () => {
  const $consent = atom({
    ...createConsent({}).$consent.get(),
    ask: true,
    due: ['analytics', 'chat'],
  });
  const consent = { ...createConsent({}), $consent };
  const question = await new Promise<Question | null>((draw) =>
    onQuestion(consent as never, { ui: { lang: 'en' } }, draw),
  );
  expect(question?.texts.ask).toContain('Analytics, chat');
  expect(question?.due.map(({ key }) => key)).toEqual(['analytics', 'chat']);
});

test('a service with a choice of its own is part of its category, until it alone is due', async () => {
  const options = {
    services: [
      { id: 'hotjar', category: 'analytics' },
      { id: 'box', name: 'Box', provider: 'Example Ltd', category: ['analytics', 'marketing'] },
    ],
    perService: ['analytics'],
    ui: { lang: 'en' },
  } as never;
  const ask = (due: string[]) => {
    const $consent = atom({ ...createConsent(options).$consent.get(), ask: true, due });
    return new Promise<Question | null>((draw) => {
      onQuestion({ ...createConsent(options), $consent } as never, options, draw);
    });
  };
  const whole = await ask(['analytics', 'analytics__hotjar', 'marketing']);
  expect(whole?.texts).toMatchObject({
    ask: expect.stringContaining('Analytics, Marketing.'),
    // The container counts once.
    serviceCount: expect.stringMatching(/2$/),
  });
  expect(whole?.due.map(({ key }) => key)).toEqual(['analytics', 'marketing']);
  const part = await ask(['analytics__hotjar']);
  expect(part?.texts.ask).toContain('for: Hotjar.');
  expect(part?.due).toMatchObject([{ key: 'analytics__hotjar', label: 'Hotjar', services: [{ name: 'Hotjar' }] }]);
});

test('a service that the options name by its id has the facts of the catalogue', async () => {
  const options = { services: [{ id: 'hotjar', category: 'analytics' }] } as never;
  const consent = createConsent(options);
  const question = await new Promise<Question | null>((done) => onQuestion(consent, options, done));
  expect(question?.due[0]?.services[0]).toMatchObject({ name: 'Hotjar', category: 'analytics', country: 'MT' });
});
