import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const file = new URL('../../record-event.schema.json', import.meta.url);
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(file, 'utf8')));

/** What the published schema objects to in an event, as it was sent. */
export const faultsOf = (event: unknown): string[] => {
  validate(JSON.parse(JSON.stringify(event)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
