// The table of docs/services.md: one row for each service.
import { readdirSync, readFileSync } from 'node:fs';

/** The protocols of vendors with a consent switch. */
const signals = new URL('../packages/sdk/src/signals/', import.meta.url);
const switches = new Set(
  readdirSync(signals)
    .filter(
      (file) => file.endsWith('.ts') && /export const update\b/.test(readFileSync(new URL(file, signals), 'utf8')),
    )
    .map((file) => file.replace(/\.ts$/, '')),
);

const folder = new URL('../packages/data/dist/services/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
const services = (
  await Promise.all(
    files.map(async (file) => ({ file: file.replace(/\.js$/, '.ts'), ...(await import(new URL(file, folder))) })),
  )
)
  // The others are lists of them.
  .filter(({ service }) => service)
  .sort((a, b) => a.service.name.localeCompare(b.service.name, 'en'));

export const serviceCount = services.length;

const countries = new Intl.DisplayNames('en', { type: 'region' });
/** Facts that are not filled in yet are named by their own check. */
const nameOf = (country) => (/^[A-Z]{2}$/.test(country) ? countries.of(country) : country);
const rowOf = ({
  file,
  service: { id, name, provider, country, category, stores = [] },
  source,
  tag,
  core,
  script,
}) => {
  const unknown = stores.filter(({ lifetime }) => lifetime === 'unknown').length;
  const from = country ? `${provider}, ${nameOf(country)}` : provider;
  // Google's tags hear of consent by Consent Mode.
  const hearsOf = core || switches.has(tag?.api) ? 'yes' : '';
  const loads = tag?.id ? `\`${tag.id.example}\`${script || core ? '' : ', and its address'}` : '';
  return `| [${name}](../packages/data/src/services/${file}) | \`${id}\` | ${from} | ${category} | ${hearsOf} | ${loads} | ${stores.length || ''} | ${unknown || ''} | ${source.confidence ?? ''} | ${source.reviewedOn} |`;
};

export const serviceTable = () =>
  [
    '\n| Service | Id | Provider | Usual category | Switch | `tagId` | Entries | Unknown | Read | On |\n|---|---|---|---|---|---|---|---|---|---|',
    ...services.map(rowOf),
    '',
  ].join('\n');
