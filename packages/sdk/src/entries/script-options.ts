import { tag as ga4 } from '@askfirst/data/services/google-analytics';
import { tag as gtm } from '@askfirst/data/services/google-tag-manager';
import { attributePaths } from '../policy/paths.js';
import type { Problem } from '../policy/problems.js';
import { withTagId } from '../policy/tag-id.js';
import type { Options } from '../policy/types.js';

/** Read by the head stub; written onto script tags by Cloudflare's Rocket Loader. */
const IGNORED = /^(asked|cf)/;

/** `data-policy-url`, `data-layout` and `data-controller` are `policy.url`, `ui.layout` and `controller.name`. */
const pathOf = (key: string) =>
  attributePaths.find(
    (path) =>
      path.replace(/^ui\.|\.(name|mode)$/, '').replace(/\../, ([, first]) => (first as string).toUpperCase()) === key,
  );

/**
 * In JSON a service may be given by its vendor's id alone, and of the vendor's facts only what runs is here:
 * what is shown comes with the interface.
 */
const toService = ({ ga4: measurement, gtm: container, ...service }: Record<string, string>) => ({
  ...(measurement && withTagId(ga4, measurement)),
  ...(container && withTagId(gtm, container)),
  ...service,
});

/** The options of a site that uses the script tag: the JSON config, and over it the attributes. */
export function readScriptOptions(doc: Document, data: DOMStringMap): { options: Options; problems: Problem[] } {
  const problems: Problem[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: foreign JSON, checked before anything is granted.
  let options: Record<string, any> = {};
  try {
    options = JSON.parse(doc.querySelector('script[data-askfirst-config]')?.textContent ?? '{}');
    const own: Record<string, string>[] = [];
    for (const [key, value = ''] of Object.entries(data)) {
      const [group, leaf] = pathOf(key)?.split('.') ?? [];
      if (/^(ga4|gtm)$/.test(key)) own.push({ [key]: value });
      else if (key === 'categories')
        for (const category of value.split(/[\s,]+/)) (options.categories ??= {})[category] ??= {};
      else if (group) options[group] = leaf ? { ...options[group], [leaf]: value } : value;
      else if (!IGNORED.test(key)) problems.push(['attribute', key]);
    }
    options.services = own.concat(options.services ?? []).map(toService);
  } catch (error) {
    problems.push(['json', error]);
  }
  return { options, problems };
}
