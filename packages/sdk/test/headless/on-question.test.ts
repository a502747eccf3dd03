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

test('a single service that visitors may answer about is named by itself only where its category is not due', async () => {
  const options = {
    services: [
      { id: 'hotjar', category: 'analytics' },
      { id: 'heat', name: 'Heat maps', provider: 'Example', category: 'analytics' },
    ],
    perService: ['analytics'],
    ui: { lang: 'en' },
  } as never;
  const asked = async (...due: string[]) => {
    const consent = createConsent(options);
    const $consent = atom({ ...consent.$consent.get(), ask: true, due });
    const question = await new Promise<Question | null>((draw) =>
      onQuestion({ ...consent, $consent } as never, options, draw),
    );
    return [question?.texts.ask, question?.due.map(({ label, services }) => [label, services.length])];
  };
  expect(await asked('analytics', 'analytics__hotjar', 'analytics__heat')).toEqual([
    expect.stringContaining('storage for: Analytics.'),
    [['Analytics', 2]],
  ]);
  expect(await asked('analytics__hotjar', 'analytics__heat')).toEqual([
    expect.stringContaining('storage for: hotjar, Heat maps.'),
    [
      ['hotjar', 1],
      ['Heat maps', 1],
    ],
  ]);
});

test('a service that the options name by its id has the facts of the catalogue', async () => {
  const options = { services: [{ id: 'hotjar', category: 'analytics' }] } as never;
  const consent = createConsent(options);
  const question = await new Promise<Question | null>((done) => onQuestion(consent, options, done));
  expect(question?.due[0]?.services[0]).toMatchObject({ name: 'Hotjar', category: 'analytics', country: 'MT' });
});
