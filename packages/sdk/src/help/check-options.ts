import type { Service } from '@askfirst/data';
import { cores } from '@askfirst/data/services/cores';
import { toolIds } from '@askfirst/data/tools/ids';
import { own } from '../policy/own.js';
import type { ExplainedCode, Problem } from '../policy/problems.js';
import { isNear, readOptions } from '../policy/read-options.js';
import type { Options } from '../policy/types.js';
import { LIFETIME, type Rule, STORAGE_KIND, service } from '../policy/valid.js';

/** The documented attributes of the script tag, as names in `dataset`. */
export const attributes = [
  ...Object.keys(cores),
  ...'categories controller policyUrl policyVersion region revision lang layout position scheme consentMode withdrawal site cookieDomain markup importFrom asked'.split(
    ' ',
  ),
];

/** The alternatives in an expression. */
const wordsOf = ({ source }: RegExp) => (/\((?!\?)([\w|-]+)\)/.exec(source)?.[1] ?? '').split('|').join(', ');

const inWords: Readonly<Record<string, string>> = {
  waitForUpdate: 'milliseconds as a number',
  withdrawal: 'signal, reload, or from npm a function',
  cookieDomain: 'a domain such as example.com',
  signals:
    'names of Google signals such as analytics_storage, or names of your own such as live_chat, which do not end in _storage',
  markup: toolIds.join(', '),
  importFrom: toolIds.join(', '),
  id: 'lower-case letters, digits and hyphens',
  hosts:
    'a host such as cdn.example.com, all that end alike (*.example.com), each with or without a path (www.example.com/metrics/), or a path of your own host (/metrics/). Write no https:, no ?, # or *, and not / alone',
};

/** What an option may be, in words. */
const taken = (rule: Rule, name: string): string => {
  if (inWords[name]) return inWords[name];
  return (rule instanceof RegExp && wordsOf(rule)) || 'a text that is not empty';
};

/** The known name of which a name is probably a misspelling. */
const closest = (name: string, known: readonly string[]): string | undefined => {
  const shorter = [...name].map((_, at) => name.slice(0, at) + name.slice(at + 1));
  return known.find((each) => isNear(name, each)) ?? known.find((each) => shorter.some((part) => isNear(part, each)));
};

/** Makes a problem of a finding: what it is about first, then what is allowed. */
function problemOf(code: ExplainedCode, at: string, ...about: unknown[]): Problem {
  const [, id = '', option = '', item] = /^service "(.*?)"(?:\.(\w+))?(?: "(.*?)")?/.exec(at) ?? [];
  const [value, rule] = about as [unknown, Rule];
  const store = (name: unknown): Problem => ['store', name, id, wordsOf(STORAGE_KIND), wordsOf(LIFETIME)];
  switch (code) {
    case 'key': {
      const [key, parent, known, meant] = about as [string, string, object, string | undefined];
      const names = Object.keys(known);
      const likely = meant ?? closest(key, parent ? names : [...names, ...attributes]);
      return ['key', key, parent || 'options', names.join(', '), ...(likely ? [likely] : [])];
    }
    case 'value':
      if (at === 'region' || at === 'regimes' || at === 'consentMode.regions.region') return ['region', value];
      if (rule === service.category) return ['category-key', value];
      if (/^(id|name|provider)$/.test(option) && !value) return ['service', id];
      if (option === 'tagId') return ['tag-id', id, value];
      if (option === 'stores') return store(item);
      return ['value', at, value, taken(rule, at.replace(/.*\./, ''))];
    case 'store': {
      const { stores = [], api } = value as Service;
      return store(stores.find(({ name, kind, lifetime }) => !name || !(kind ? lifetime : api))?.name);
    }
    case 'tag-id':
      return ['tag-id', id, [(value as Service).tagId, ...((value as Service).moreTagIds ?? [])].join(', ')];
    case 'object':
      if (id && !option) return ['service', id];
      return [code, at];
    case 'list':
      return [code, at];
    case 'category-key':
      return [code, value];
    default:
      return [code, id];
  }
}

/**
 * Finds what is wrong with a site's options, and where. Empty if they are valid.
 *
 * @example checkOptions({ polcy: {} }) // [['key', 'polcy', 'options', 'controller, policy, …', 'policy']]
 */
export function checkOptions(options: Options): Problem[] {
  // script/options.ts puts the error here if the JSON cannot be parsed.
  if ((options?.services as unknown) instanceof Error) return [['json', options.services]];
  const problems: Problem[] = [];
  try {
    readOptions(own(options), (...finding) => {
      problems.push(problemOf(...finding));
    });
  } catch {
    problems.push(['object', 'each part of the options']);
  }
  return problems;
}
