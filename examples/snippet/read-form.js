/** What a field has to look like, and what to say if it does not. */
const shapes = {
  ga4: [/^GT?-\w+$/, 'A Google Analytics id looks like G-XXXXXXXXXX.'],
  gtm: [/^GTM-\w+$/, 'A Tag Manager id looks like GTM-XXXXXXX.'],
  categories: [/^[a-z][\w-]*([\s,]+[a-z][\w-]*)*$/i, 'Names of letters, digits, - and _, separated by spaces.'],
  frame: [/^(https:\/\/[^\s/]+|\/)[^\s]*$/, 'An address begins with https:// or /.'],
  region: [/^(?!EU$)[A-Z]{2}(-\w{1,3})?$/i, 'A place looks like DE or US-CA. The EU is not one: write a country.'],
  cookieDomain: [/^([a-z\d-]+\.)+[a-z\d-]+$/i, 'A domain looks like example.com.'],
  folder: [/^(https?:\/\/|\/)[^\s"<>]*$/, 'A folder begins with / or https://, such as /askfirst-1.2.3.'],
};

/** A key of letters and digits, unlike those that are taken. */
function idFor(name, taken) {
  const words = name.toLowerCase().match(/[a-z\d]+/g);
  const plain = words?.join('-') ?? 'service';
  let id = plain;
  for (let count = 2; taken.has(id); count++) id = `${plain}-${count}`;
  taken.add(id);
  return id;
}

/** Where an address leads to, as the `hosts` of a service; an address on the site itself has none. */
const hostsOf = (address) => (/^https?:/.test(address) ? { hosts: [new URL(address).hostname] } : {});

/** The site's own services: a row of which every field but the script is required. */
function readServices(form, taken, problems) {
  const column = (name) => form.getAll(name).map((value) => value.trim());
  const [providers, categories, scripts] = ['serviceProvider', 'serviceCategory', 'serviceScript'].map(column);
  return column('serviceName').flatMap((name, index) => {
    const [provider, category, script] = [providers[index], categories[index], scripts[index]];
    if (!name && !provider && !script) return [];
    if (!name || !provider || (script && !shapes.frame[0].test(script))) {
      problems.services = 'A service needs a name and a provider, and an address begins with https:// or /.';
      return [];
    }
    return [{ id: idFor(name, taken), name, provider, category, ...hostsOf(script), ...(script && { script }) }];
  });
}

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
  const frame = {
    address: text('frame'),
    title: text('frameTitle') || 'Film',
    category: text('frameCategory') || 'functional',
  };
  const taken = new Set(['ga4', 'gtm']);
  const services = readServices(form, taken, problems);
  // Visitors are told of a frame of another host as of any service.
  const { hosts } = hostsOf(frame.address);
  if (hosts)
    services.push({
      id: idFor(frame.title, taken),
      name: frame.title,
      provider: text('frameProvider') || hosts[0],
      category: frame.category,
      hosts,
    });
  const categories = text('categories').split(/[\s,]+/);
  return {
    ga4: text('ga4'),
    gtm: text('gtm'),
    gtmCategory: text('gtmCategory') || 'analytics',
    services,
    categories: categories.filter(Boolean),
    frame,
    controller: text('controller'),
    policyUrl: text('policyUrl'),
    policyVersion: text('policyVersion'),
    lang: text('lang'),
    region: text('region').toUpperCase(),
    cookieDomain: text('cookieDomain'),
    folder: (text('folder') || '/askfirst').replace(/\/+$/, ''),
    layout: text('layout') || 'bar',
    consentMode: text('consentMode') || 'basic',
    nonce: form.has('nonce'),
    sri: form.has('sri'),
    problems,
  };
}
