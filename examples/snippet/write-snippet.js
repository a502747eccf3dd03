/** What a field has to look like, and what to say if it does not. */
const shapes = {
  ga4: [/^(G|GT|AW)-\w+$/, 'A Google tag id looks like G-XXXXXXXXXX.'],
  gtm: [/^GTM-\w+$/, 'A Tag Manager id looks like GTM-XXXXXXX.'],
  categories: [/^[a-z][\w-]*([\s,]+[a-z][\w-]*)*$/i, 'Names of letters, digits, - and _, separated by spaces.'],
};

/**
 * Reads the form. A field that makes no sense counts as empty, and `problems` says why.
 *
 * @param {URLSearchParams} form
 */
export function readForm(form) {
  const problems = {};
  const text = (name) => {
    const value = (form.get(name) ?? '').trim();
    const [shape, problem] = shapes[name] ?? [/^/, ''];
    if (!value || shape.test(value)) return value;
    problems[name] = problem;
    return '';
  };
  const ga4 = text('ga4');
  const gtm = text('gtm');
  const extra = text('categories').split(/[\s,]+/);
  return {
    ga4,
    gtm,
    categories: [...new Set(extra)].filter((key) => key && key !== 'necessary'),
    controller: text('controller'),
    policyUrl: text('policyUrl'),
    policyVersion: text('policyVersion'),
    folder: (text('folder') || '/askfirst').replace(/\/+$/, ''),
    layout: text('layout') || 'bar',
    consentMode: text('consentMode') || 'basic',
    nonce: form.has('nonce'),
    sri: form.has('sri'),
    problems,
  };
}

const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Attributes in one string; what is empty is left out, `true` stands without a value. */
const write = (attributes) =>
  Object.entries(attributes)
    .filter(([, value]) => value)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join('');

const nonceOf = ({ nonce }) => (nonce ? '{{nonce}}' : '');

/** Attributes both installations share. */
function settings(options, integrity) {
  const { ga4, gtm, categories, controller, policyUrl, policyVersion, folder, layout, consentMode, sri } = options;
  return {
    src: `${folder}/askfirst.js`,
    nonce: nonceOf(options),
    integrity: sri && integrity,
    // Without it a browser may not check a file of another host.
    crossorigin: sri && /^(https?:)?\/\//.test(folder) && 'anonymous',
    'data-ga4': ga4,
    'data-gtm': gtm,
    'data-categories': categories.join(' '),
    'data-controller': controller,
    'data-policy-url': policyUrl,
    'data-policy-version': policyVersion,
    'data-layout': layout !== 'bar' && layout,
    'data-consent-mode': consentMode !== 'basic' && consentMode,
  };
}

/** Every category the site asks for, in the order in which it is asked. */
export const askedCategories = ({ ga4, gtm, categories }) => [
  ...new Set([...(ga4 || gtm ? ['analytics'] : []), ...categories]),
];

/** What the head stub compares a stored choice with: `category:service,service`, separated by spaces. */
export function writeAsked(options) {
  const google = [options.ga4 && 'ga4', options.gtm && 'gtm'].filter(Boolean).join();
  return askedCategories(options)
    .map((key) => `${key}:${key === 'analytics' ? google : ''}`)
    .join(' ');
}

/**
 * One line, first in the head.
 *
 * @param {ReturnType<typeof readForm>} options
 * @param {string} integrity Hash of askfirst.js, from sri.json.
 */
export const writeOneLine = (options, integrity) => `<script${write(settings(options, integrity))}></script>`;

/**
 * The fast path: the core without blocking, and behind it the head stub, word for word.
 *
 * @param {ReturnType<typeof readForm>} options
 * @param {string} integrity Hash of askfirst.js, from sri.json.
 * @param {string} head Text of head.js.
 */
export function writeFastPath(options, integrity, head) {
  const core = {
    async: true,
    fetchpriority: 'high',
    ...settings(options, integrity),
    'data-asked': writeAsked(options),
  };
  return `<script${write(core)}></script>\n<script${write({ nonce: nonceOf(options) })}>${head.trim()}</script>`;
}
