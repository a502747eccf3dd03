import type { Service } from '@askfirst/data';
import fc from 'fast-check';
import type { GoogleSignal, Options, ToolId } from '../src/policy/types.js';
import { categoryKey } from './arbitraries.js';

const place = fc.constantFrom('DE', 'us-ca', 'CA-QC', 'TH', 'gb', 'FR', 'ZZ');
const text = fc.string({ maxLength: 6 });
/** What is shown has to say something. */
const words = text.filter((each) => /\S/.test(each.trim()));
const name = fc.stringMatching(/^[a-z]{1,6}$/);

const ownService = fc.record(
  {
    id: name,
    name,
    provider: name,
    category: fc.oneof(
      categoryKey,
      fc.constant('necessary'),
      fc.uniqueArray(categoryKey, { minLength: 1, maxLength: 2 }),
    ),
    script: fc.webUrl(),
    hosts: fc.array(fc.constantFrom('cdn.example.net', '*.example.org:8443', 'cdn.example.net/a/', '/metrics/'), {
      maxLength: 2,
    }),
    exemption: fc.constantFrom('audience-measurement', 'appearance'),
  },
  { requiredKeys: ['id', 'name', 'provider', 'category'] },
);

const vendorService = (api: 'gtag' | 'gtm', tagId: fc.Arbitrary<string>) =>
  fc.record({ id: fc.constant<string>(api), category: categoryKey, api: fc.constant(api), tagId });

const service = fc.oneof(
  ownService,
  vendorService('gtag', fc.constantFrom('G-ABC123', 'AW-1', 'GT-X')),
  vendorService('gtm', fc.constant('GTM-ABC')),
) as fc.Arbitrary<Service>;

const signal = fc.constantFrom<GoogleSignal>('ad_storage', 'analytics_storage', 'functionality_storage');

const categoryOptions = fc.record(
  { label: words, description: words, gpc: fc.boolean(), signals: fc.uniqueArray(signal) },
  { requiredKeys: [] },
);

const consentMode = fc.record(
  {
    mode: fc.constantFrom('basic', 'advanced', 'off'),
    waitForUpdate: fc.nat(2000),
    regions: fc.array(
      fc.record({
        region: fc.array(place, { minLength: 1, maxLength: 2 }),
        ad_storage: fc.constant('denied' as const),
      }),
      { maxLength: 2 },
    ),
    urlPassthrough: fc.boolean(),
    adsDataRedaction: fc.boolean(),
    event: name,
  },
  { requiredKeys: [] },
);

const oldTool = fc.constantFrom<ToolId>('klaro', 'cookiebot', 'vanilla-cookieconsent');
const oldTools = fc.oneof(
  oldTool,
  fc.array(
    fc.oneof(
      oldTool,
      fc.record(
        {
          tool: oldTool,
          names: fc.dictionary(fc.stringMatching(/^[a-z !,]{1,6}$/), categoryKey, { noNullPrototype: true }),
          since: fc.constant('2026-05-01'),
          days: fc.integer({ min: 1, max: 400 }),
        },
        { requiredKeys: ['tool'] },
      ),
    ),
    { minLength: 1, maxLength: 2 },
  ),
);

/** Everything a site may say, as its types allow. */
export const validOptions: fc.Arbitrary<Options> = fc.record(
  {
    controller: fc.record({ name: words }),
    policy: fc.record({ url: text, version: text }, { requiredKeys: [] }),
    services: fc.uniqueArray(service, { maxLength: 3, selector: ({ id }) => id }),
    categories: fc.dictionary(categoryKey, categoryOptions, { maxKeys: 2, noNullPrototype: true }),
    region: place,
    revision: text,
    perService: fc.array(categoryKey, { minLength: 1, maxLength: 2 }),
    markup: oldTools,
    importFrom: oldTools,
    consentMode: fc.oneof(consentMode, fc.constant(false as const)),
    ui: fc.record(
      {
        layout: fc.constantFrom('bar', 'card', 'modal', 'none'),
        position: fc.constantFrom('top', 'bottom', 'bottom-start', 'bottom-end', 'center'),
        logo: fc.constant('/logo.svg'),
        scheme: fc.constantFrom('light', 'dark'),
        placeholder: fc.constantFrom('card', 'none'),
        lang: fc.constantFrom('en', 'th'),
        texts: fc.record({ accept: words }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
