/** @typedef {ReturnType<typeof import('./read-form.js').readForm>} Choices */

const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Attributes in one string; what is empty is left out, `true` stands without a value. */
const write = (attributes) =>
  Object.entries(attributes)
    .filter(([, value]) => value)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join('');

const nonceOf = ({ nonce }) => (nonce ? '{{nonce}}' : '');

/** The attribute stands for the category `analytics`. For another one Tag Manager has to be written in JSON. */
const isGtmInJson = ({ gtm, gtmCategory }) => gtm && gtmCategory !== 'analytics';

/** Ids of services by category, those of attributes first. */
function servicesByCategory(choices) {
  const { ga4, gtm, gtmCategory, services, categories, frame } = choices;
  const all = [
    ...(ga4 ? [['analytics', 'ga4']] : []),
    ...(gtm ? [[gtmCategory, 'gtm']] : []),
    ...services.map(({ category, id }) => [category, id]),
  ];
  const keys = new Set([...all.map(([key]) => key), ...categories, ...(frame.address ? [frame.category] : [])]);
  keys.delete('necessary');
  return new Map([...keys].map((key) => [key, all.filter(([each]) => each === key).map(([, id]) => id)]));
}

/**
 * Every category the site asks for. Without one a tag would ask nobody.
 *
 * @param {Choices} choices
 */
export const askedCategories = (choices) => [...servicesByCategory(choices).keys()];

/** What the head stub compares a stored choice with. It reads no cookie, so there it leaves the choice to the core. */
const writeAsked = (choices) =>
  choices.cookieDomain ? '' : [...servicesByCategory(choices)].map(([key, ids]) => `${key}:${ids}`).join(' ');

/** What no attribute can say, as JSON before the script. */
function writeJson(choices) {
  const { gtm, gtmCategory, services } = choices;
  const all = [...(isGtmInJson(choices) ? [{ gtm, category: gtmCategory }] : []), ...services];
  if (!all.length) return '';
  const lines = all.map((service) => `  ${JSON.stringify(service).replaceAll('<', '\\u003c')}`).join(',\n');
  return `<script type="application/json" data-askfirst-config>\n{ "services": [\n${lines}\n] }\n</script>\n`;
}

/** Attributes both installations share. */
function settings(choices, integrity) {
  const { ga4, gtm, controller, policyUrl, policyVersion, folder, layout, consentMode, sri } = choices;
  const withoutService = [...servicesByCategory(choices)].filter(([, ids]) => !ids.length).map(([key]) => key);
  return {
    src: `${folder}/askfirst.js`,
    nonce: nonceOf(choices),
    integrity: sri && integrity,
    // Without it a browser may not check a file of another host.
    crossorigin: sri && /^(https?:)?\/\//.test(folder) && 'anonymous',
    'data-ga4': ga4,
    'data-gtm': !isGtmInJson(choices) && gtm,
    'data-categories': withoutService.join(' '),
    'data-controller': controller,
    'data-policy-url': policyUrl,
    'data-policy-version': policyVersion,
    'data-region': choices.region,
    'data-lang': choices.lang,
    'data-layout': layout !== 'bar' && layout,
    'data-consent-mode': consentMode !== 'basic' && consentMode,
    'data-cookie-domain': choices.cookieDomain,
  };
}

/**
 * One line, first in the head, and before it JSON for what no attribute can say.
 *
 * @param {Choices} choices
 * @param {string} integrity Hash of askfirst.js, from sri.json.
 */
export const writeOneLine = (choices, integrity) =>
  `${writeJson(choices)}<script${write(settings(choices, integrity))}></script>`;

/**
 * The fast path: the core without blocking, and behind it the head stub, word for word.
 *
 * @param {Choices} choices
 * @param {string} integrity Hash of askfirst.js, from sri.json.
 * @param {string} head Text of head.js.
 */
export function writeFastPath(choices, integrity, head) {
  const core = {
    async: true,
    fetchpriority: 'high',
    ...settings(choices, integrity),
    'data-asked': writeAsked(choices),
  };
  return `${writeJson(choices)}<script${write(core)}></script>\n<script${write({ nonce: nonceOf(choices) })}>${head.trim()}</script>`;
}

/**
 * A frame that waits for its category.
 *
 * @param {Choices} choices
 */
export const writeFrame = ({ frame: { address, category, title } }) =>
  `<iframe${write({ 'data-consent': category, 'data-src': address, title })}></iframe>`;
