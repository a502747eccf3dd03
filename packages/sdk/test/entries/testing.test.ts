import { storedConsent } from 'askfirst/testing';
import { expect, test } from 'vitest';

test('one answer for everything reaches each category of a container, and each service with a choice of its own', () => {
  const service = (id: string, category: string | string[]) => ({ id, name: id, provider: 'Example Ltd', category });
  const options = {
    services: [service('box', ['analytics', 'marketing']), service('hotjar', 'analytics')],
    perService: ['analytics'],
  };
  const { choices } = JSON.parse(storedConsent(options as never, true).value);
  expect(choices).toMatchObject({ analytics: { granted: true }, marketing: { granted: true } });
  expect(Object.keys(choices)).toEqual(['analytics', 'marketing']);
});
