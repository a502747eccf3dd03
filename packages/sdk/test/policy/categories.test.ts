import type { Service } from '@askfirst/data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveCategories } from '../../src/policy/categories.js';
import type { Category, Options } from '../../src/policy/types.js';
import { categoryKey } from '../arbitraries.js';

const service = (id: string, category: string): Service => ({ id, name: id, provider: 'Example', category });
const keysOf = (options: Options) => resolveCategories(options).map(({ key }) => key);
const find = (options: Options, wanted: string) =>
  resolveCategories(options).find(({ key }) => key === wanted) as Category;

describe('resolveCategories', () => {
  test('a site without options has what is necessary, and nothing to ask', () => {
    expect(resolveCategories({})).toEqual([
      { key: 'necessary', services: [], covers: [], gpc: false, signals: ['security_storage'] },
    ]);
  });

  test('puts necessary first, then those of the services, then those named, each once', () => {
    const services = [service('a', 'marketing'), service('b', 'analytics'), service('c', 'marketing')];
    const categories = { functional: {}, analytics: { label: 'Numbers' }, necessary: { label: 'Needed' } };
    expect(keysOf({ services, categories })).toEqual(['necessary', 'marketing', 'analytics', 'functional']);
    expect(find({ services, categories }, 'necessary').label).toBe('Needed');
  });

  test('gives each service to its category, in order, and asks for all of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.uuid(), categoryKey), { selector: ([id]) => id }), (rows) => {
        const services = rows.map(([id, key]) => service(id, key));
        const categories = resolveCategories({ services });
        expect(new Set(categories.flatMap((each) => each.services))).toEqual(new Set(services));
        for (const { key, services: members, covers } of categories) {
          expect(members).toEqual(services.filter(({ category }) => category === key));
          expect(covers).toEqual(members.map(({ id }) => id));
        }
      }),
    );
  });

  test('a revision is one more thing asked about, in every category, that no service can be called', () => {
    const options = { services: [service('ga4', 'analytics')], categories: { functional: {} } };
    expect(find({ ...options, revision: '2' }, 'analytics').covers).toEqual(['ga4', '@2']);
    expect(find({ ...options, revision: '2' }, 'functional').covers).toEqual(['@2']);
    expect(find({ ...options, revision: '' }, 'functional').covers).toEqual([]);
  });

  test('Global Privacy Control covers marketing, unless the site says otherwise', () => {
    const categories = { functional: {}, analytics: {}, marketing: {}, profiling: {} };
    expect(resolveCategories({ categories }).flatMap(({ key, gpc }) => (gpc ? [key] : []))).toEqual(['marketing']);
    const own = { marketing: { gpc: false }, profiling: { gpc: true } };
    expect(resolveCategories({ categories: own }).flatMap(({ key, gpc }) => (gpc ? [key] : []))).toEqual(['profiling']);
  });

  test('a category of a site stands for no signal, unless the site says so', () => {
    expect(find({ categories: { profiling: {} } }, 'profiling').signals).toEqual([]);
    const own = { profiling: { signals: ['ad_personalization' as const] }, analytics: { signals: [] } };
    expect(find({ categories: own }, 'profiling').signals).toEqual(['ad_personalization']);
    expect(find({ categories: own }, 'analytics').signals).toEqual([]);
  });
});
