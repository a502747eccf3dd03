import type { Service } from '@askfirst/data';
import { services as known } from '@askfirst/data/services';
import { cores } from '@askfirst/data/services/cores';
import { CATEGORY_KEY } from '../policy/record.js';
import { withTagId } from '../policy/tag-id.js';
import type { Options } from '../policy/types.js';
import { misuse } from './misuse.js';

/** The options that can be attributes. The head stub reads no JSON, so the options that it needs have to be attributes. */
const attributePaths = {
  'data-controller': 'controller.name',
  'data-policy-url': 'policy.url',
  'data-policy-version': 'policy.version',
  'data-region': 'region',
  'data-revision': 'revision',
  'data-lang': 'ui.lang',
  'data-layout': 'ui.layout',
  'data-position': 'ui.position',
  'data-scheme': 'ui.scheme',
  'data-consent-mode': 'consentMode.mode',
  'data-withdrawal': 'withdrawal',
  'data-site': 'site',
  'data-cookie-domain': 'cookieDomain',
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A vendor's service as its id, with the fields that the site has changed; any other service as it is. */
function shorten(service: Service): Record<string, unknown> {
  const key = Object.keys(cores).find((id) => cores[id]?.api === service?.api);
  const facts = key && known[key];
  if (!facts || !service.tagId) return { ...service };
  const usual: Record<string, unknown> = { ...withTagId<Service>(facts, service.tagId) };
  if (!Object.keys(usual).every((each) => usual[each] === undefined || each in service)) return { ...service };
  const own = Object.entries(service).filter(([each, value]) => !isSame(value, usual[each]));
  return { [key]: service.tagId, ...Object.fromEntries(own) };
}

/** A copy that is plain JSON. */
function copy(options: Options): Record<string, unknown> {
  if (typeof options?.withdrawal === 'function')
    throw misuse(
      'headStub',
      'HTML cannot carry a function. Set withdrawal to signal or reload, and listen to askfirst:withdrawal.',
    );
  let text: string | undefined;
  try {
    text = JSON.stringify(options);
  } catch (error) {
    throw misuse('headStub', `HTML cannot carry these options. ${error}`);
  }
  if (!text?.startsWith('{')) throw misuse('headStub', 'options has to be an object, like that of createConsent.');
  return JSON.parse(text);
}

/** Options as attributes of the script tag, and the rest as JSON. The script tag reads the same options from the two. */
export function writeOptions(options: Options): { attributes: Record<string, string>; json: string } {
  const rest = copy(options);
  const attributes: Record<string, string> = {};
  const { services, categories, consentMode } = rest as Options;

  if (Array.isArray(services)) {
    const short = services.map(shorten);
    // Services from attributes come before those in JSON, so the order allows attributes at the start only.
    for (const [name, id, ...own] of short.map((each) => Object.entries(each).flat())) {
      const attribute = `data-${name}`;
      if (!cores[name as string] || own.length) break;
      attributes[attribute] = id as string;
    }
    rest.services = short.slice(Object.keys(attributes).length);
  }
  const keys = Object.keys(categories ?? {});
  if (keys.every((key) => CATEGORY_KEY.test(key) && isSame(categories?.[key], {}))) {
    attributes['data-categories'] = keys.join(' ');
    delete rest.categories;
  }
  if (consentMode === false) rest.consentMode = { mode: 'off' };
  for (const [name, path] of Object.entries(attributePaths)) {
    const [group, leaf] = path.split('.') as [string, string?];
    const owner = (leaf ? rest[group] : rest) as Record<string, unknown> | undefined;
    const value = owner?.[leaf ?? group];
    if (!value || typeof value !== 'string') continue;
    attributes[name] = value;
    delete owner[leaf ?? group];
  }
  for (const [key, value] of Object.entries(rest)) if (isSame(value, {}) || isSame(value, [])) delete rest[key];
  // Escaped, so that no text can end the script element.
  return { attributes, json: isSame(rest, {}) ? '' : JSON.stringify(rest).replace(/</g, '\\u003c') };
}
