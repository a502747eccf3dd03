import type { Options } from './types.js';

/** Valid options from attributes, as `path=value`. The path of an object ends with a full stop. */
const PLAIN =
  /^(controller\.(name=.*\S|$)|policy\.((url|version)=|$)|revision=|site=.*\S|ui\.(lang=|layout=(bar|card|modal)$|scheme=(light|dark)$|$)|consentMode\.(mode=(basic|off)$|$)|withdrawal=(signal|reload)$|categories\.([a-zA-Z][\w-]*\.)?$)/;

/** The protocol and the vendor's id of the site, without a space. */
const TAG = /^(gtagGT?|gtmGTM)-\w+$/;

const isPlain = (value: object, path = ''): boolean =>
  Object.entries(value).every(([key, each]) =>
    typeof each === 'object' && each
      ? PLAIN.test(`${path + key}.`) && isPlain(each, `${path + key}.`)
      : PLAIN.test(`${path + key}=${each}`),
  );

/**
 * Whether options from the attributes of the script tag are valid. `areValid` checks any options, but takes 1 kB more, which most
 * first visits can do without.
 */
export const arePlain = ({ services = [], ...others }: Options): boolean =>
  services.every(({ api, tagId }) => TAG.test(`${api}${tagId}`)) && isPlain(others);
