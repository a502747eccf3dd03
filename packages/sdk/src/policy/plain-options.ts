import type { Options } from './types.js';

/** What the attributes of a script tag say rightly, as `path=value`. An object ends with a full stop. */
const PLAIN =
  /^(controller\.(name=.*\S|$)|policy\.((url|version)=|$)|revision=|site=.*\S|ui\.(lang=|layout=(bar|card|modal)$|scheme=(light|dark)$|$)|consentMode\.(mode=(basic|off)$|$)|withdrawal=(signal|reload)$|categories\.([a-zA-Z][\w-]*\.)?$)/;

/** A vendor's service as an attribute makes it: nothing beside what is known of it, and an id of the right kind. */
const VENDOR =
  /^id,(ga4|gtm),category,analytics,(stores,,)?script,https:[^,]+,api,(gtag,optOutFlag,[^,]+,tagId,GT?-\w+|gtm,tagId,GTM-\w+,optOutFlag,)$/;

/** Not as JSON: pages teach texts and arrays to write themselves as something else. */
const listed = (service: object): string =>
  Object.entries(service)
    .map(([key, value]) => `${key},${typeof value === 'object' ? '' : (value ?? '')}`)
    .join();

const isPlain = (value: object, path = ''): boolean =>
  Object.entries(value).every(([key, each]) =>
    typeof each === 'object' && each
      ? PLAIN.test(`${path + key}.`) && isPlain(each, `${path + key}.`)
      : PLAIN.test(`${path + key}=${each}`),
  );

/**
 * Whether options are such that nothing can be wrong with them: attributes of the script tag alone, each as it should be.
 * `areValid` knows all that options may be: 1 kB that most first visits can do without.
 */
export function arePlain({ services = [], ...others }: Options): boolean {
  const [one, other, third] = services;
  return !third && one?.id !== other?.id && services.every((each) => VENDOR.test(listed(each))) && isPlain(others);
}
