import type { Options } from './types.js';

/** What the attributes of a script tag say rightly, as `path=value`. An object ends with a full stop. */
const PLAIN =
  /^(controller\.(name=.*\S|$)|policy\.((url|version)=|$)|revision=|site=.*\S|ui\.(lang=|layout=(bar|card|modal)$|scheme=(light|dark)$|$)|consentMode\.(mode=(basic|off)$|$)|withdrawal=(signal|reload)$|categories\.([a-zA-Z][\w-]*\.)?$)/;

/** The id that each vendor gives a site, behind the vendor's command queue. */
const TAG = /^(gtagGT?|gtmGTM)-\w+$/;

const isPlain = (value: object, path = ''): boolean =>
  Object.entries(value).every(([key, each]) =>
    typeof each === 'object' && each
      ? PLAIN.test(`${path + key}.`) && isPlain(each, `${path + key}.`)
      : PLAIN.test(`${path + key}=${each}`),
  );

/**
 * Whether nothing can be wrong with options that come from the attributes of the script tag alone: each is as it should be.
 * `areValid` knows all that options may be: 1 kB that most first visits can do without.
 */
export const arePlain = ({ services = [], ...others }: Options): boolean =>
  services.every(({ api, tagId }) => TAG.test(`${api}${tagId}`)) && isPlain(others);
