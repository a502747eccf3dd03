import { cores } from '@askfirst/data/services/cores';
import { toService } from '../policy/to-service.js';
import type { Options } from '../policy/types.js';

/** The options that may be given as attributes: name in `dataset`, path in the options. */
const attributePaths = {
  __proto__: null,
  policyVersion: 'policy.version',
  policyUrl: 'policy.url',
  consentMode: 'consentMode.mode',
  controller: 'controller.name',
  scheme: 'ui.scheme',
  lang: 'ui.lang',
  layout: 'ui.layout',
  position: 'ui.position',
} as unknown as Readonly<Record<string, string>>;

/**
 * The options of a site with the script tag: the JSON config, overridden by the attributes. Invalid JSON and unknown attributes become
 * options that no check accepts. Objects have no prototype, as `own` would leave them.
 */
export function readScriptOptions(doc: Document, data: DOMStringMap): Options {
  // biome-ignore lint/suspicious/noExplicitAny: foreign JSON, checked before anything is granted.
  let options: Record<string, any>;
  try {
    options = JSON.parse(doc.querySelector('script[data-askfirst-config]')?.textContent ?? '{}', (_, value) =>
      value instanceof Object && !Array.isArray(value) ? { __proto__: null, ...value } : value,
    );
    const vendors: Record<string, string>[] = [];
    for (const [key, value] of Object.entries(data) as [string, string][]) {
      const [group, leaf] = (attributePaths[key] ?? key).split('.') as [string, string?];
      if (cores[key]) vendors.push({ __proto__: null, [key]: value } as never);
      else if (key === 'categories')
        for (const category of value.split(/[\s,]+/).filter(Boolean))
          (options.categories ??= { __proto__: null })[category] ??= { __proto__: null };
      // `data-asked` is for the head stub.
      else if (key !== 'asked') options[group] = leaf ? { __proto__: null, ...options[group], [leaf]: value } : value;
    }
    options.services = [...vendors, ...(options.services ?? [])].map(toService);
  } catch (error) {
    options = { services: error };
  }
  return options;
}
