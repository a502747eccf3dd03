import type { Service } from '@askfirst/data';
import { cores } from '@askfirst/data/services/cores';
import { own } from '../policy/own.js';
import type { Problem, ProblemCode } from '../policy/problems.js';
import { isNear, readOptions } from '../policy/read-options.js';
import type { Options } from '../policy/types.js';
import { LIFETIME, type Rule, STORAGE_KIND, service } from '../policy/valid.js';

/** The attributes of the script tag a README reader knows, as options. */
export const attributes = [
  ...Object.keys(cores),
  ...'categories controller policyUrl policyVersion region revision lang layout scheme consentMode withdrawal site cookieDomain asked'.split(
    ' ',
  ),
];

/** The words an expression chooses between. */
const wordsOf = ({ source }: RegExp) => (/\((?!\?)([\w|]+)\)/.exec(source)?.[1] ?? '').split('|').join(', ');

const inWords: Readonly<Record<string, string>> = {
  waitForUpdate: 'milliseconds as a number',
  withdrawal: 'signal, reload, or from npm a function',
  cookieDomain: 'a domain such as example.com',
  signals: 'names of Google signals such as analytics_storage',
  id: 'lower-case letters, digits and hyphens',
};

/** What an option takes, for people. */
const taken = (rule: Rule, name: string): string => {
  if (inWords[name]) return inWords[name];
  return (rule instanceof RegExp && wordsOf(rule)) || 'a text that is not empty';
};

/** The known name that one was probably meant as. */
const closest = (name: string, known: readonly string[]): string | undefined => {
  const shorter = [...name].map((_, at) => name.slice(0, at) + name.slice(at + 1));
  return known.find((each) => isNear(name, each)) ?? known.find((each) => shorter.some((part) => isNear(part, each)));
};

/** How a finding is told. What it is about comes before what there is to choose from. */
function problemOf(code: ProblemCode, at: string, ...about: unknown[]): Problem {
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
      if (at === 'region' || at === 'consentMode.regions.region') return ['region', value];
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
 * What is wrong with a site's options, each with where. Empty: nothing.
 *
 * @example checkOptions({ polcy: {} }) // [['key', 'polcy', 'options', 'controller, policy, …', 'policy']]
 */
export function checkOptions(options: Options): Problem[] {
  // What the script tag's entry makes of JSON that cannot be read.
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
