/** The table of laws in `docs/laws.md`, from the built facts. Imported by `scripts/check-docs.mjs`. */

const built = new URL('../packages/data/dist/regimes/', import.meta.url);
const { regimes } = await import(new URL('index.js', built));
const { byPlace } = await import(new URL('by-place.js', built));
const { strictest } = await import(new URL('strictest.js', built));

const countryOf = new Intl.DisplayNames('en', { type: 'region' });
const rules = {
  ask: 'nothing optional',
  inform: 'everything',
  'run-until-objection': 'everything',
  exempt: 'everything',
};
const names = { 'audience-measurement': 'statistics', appearance: 'appearance' };
const whoDecides = {
  'parent-consents': 'a parent decides',
  'own-consent': 'only with their own yes',
  'no-targeting': 'off',
};

const link = ({ name, url }) => `[${name}](${url})`;

/** Whom the table is about: a country by its name, a state by its code. */
const placesOf = ({ places }) =>
  places
    .map((place) => (places.length === 1 && !place[2] ? `\`${place}\` ${countryOf.of(place)}` : `\`${place}\``))
    .join(' ');

const before = ({ rules: { others = 'ask', sensitive }, exemptions = {} }) =>
  [
    sensitive ? 'everything but `sensitive`' : rules[others],
    ...Object.keys(exemptions).map((each) => `[declared ${names[each]}](#exemptions)`),
  ].join('; ');

const minors = ({ minors = [] }) =>
  minors
    .map(
      ({ under, rule, categories }) =>
        `under ${under}: ${categories ? `${categories.join(', ')} ` : ''}${whoDecides[rule]}`,
    )
    .join('; ');

const authorities = ({ authority, authorities = {} }) =>
  authority
    ? link(authority)
    : Object.entries(authorities)
        .map(([place, { url }]) => link({ name: place, url }))
        .join(' ');

/** Where things run until an objection, a yes changes nothing and a no does not end. */
const clocks = ({ rules: { others = 'ask' }, grantMaxAgeDays, refusalCooldownDays }) =>
  others === 'ask' ? [`${grantMaxAgeDays} days`, `${refusalCooldownDays} days`] : ['', 'for good'];

const rows = await Promise.all(
  regimes.map(async (regime) => {
    const { law, source } = await byPlace[regime.places[0]]();
    const file = `[${law.name}](../packages/data/src/regimes/${regime.id}.ts)`;
    const since = law.inForce > source.reviewedOn ? `${file}, from ${law.inForce}` : file;
    const signal = law.gpc === 'required' ? 'required' : 'honoured';
    return [
      placesOf(regime),
      since,
      law.model,
      before(regime),
      signal,
      ...clocks(regime),
      minors(law),
      authorities(law),
      source.confidence,
      source.reviewedOn,
    ];
  }),
);

const head = [
  'Place',
  'Law',
  'Model',
  'Before a choice',
  'GPC',
  'A yes lasts',
  'A no rests',
  'Minors',
  'Authority',
  'Read',
  'On',
];

/** @returns {string} The table in Markdown, with a line break before and after. */
export const lawTable = () =>
  ['', ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');

/** How many laws and places there are, and the days of an unknown place. */
export const counts = {
  laws: rows.length,
  places: regimes.flatMap(({ places }) => places).length,
  'strictest yes': strictest.grantMaxAgeDays,
  'strictest no': strictest.refusalCooldownDays,
};
