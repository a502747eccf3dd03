// The table of docs/services.md: one row for each service.
import { readdirSync } from 'node:fs';

const folder = new URL('../packages/data/dist/services/', import.meta.url);
const files = readdirSync(folder).filter(
  (file) => file.endsWith('.js') && !/^(all|catalogue|cores|hosts|ids|index|tags)\.js$/.test(file),
);
const services = (
  await Promise.all(
    files.map(async (file) => ({ file: file.replace(/\.js$/, '.ts'), ...(await import(new URL(file, folder))) })),
  )
).sort((a, b) => a.service.name.localeCompare(b.service.name, 'en'));

export const serviceCount = services.length;

const countries = new Intl.DisplayNames('en', { type: 'region' });
const rowOf = ({ file, service: { id, name, provider, country, category, stores = [] }, source }) => {
  const unknown = stores.filter(({ lifetime }) => lifetime === 'unknown').length;
  const from = country ? `${provider}, ${countries.of(country)}` : provider;
  return `| [${name}](../packages/data/src/services/${file}) | \`${id}\` | ${from} | ${category} | ${stores.length || ''} | ${unknown || ''} | ${source.confidence ?? ''} | ${source.reviewedOn} |`;
};

export const serviceTable = () =>
  [
    '\n| Service | Id | Provider | Usual category | Entries | Unknown | Read | On |\n|---|---|---|---|---|---|---|---|',
    ...services.map(rowOf),
    '',
  ].join('\n');
