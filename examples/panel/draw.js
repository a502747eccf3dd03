const reasons = {
  necessary: 'always on',
  choice: 'your choice',
  undecided: 'not decided yet',
  expired: 'your yes is too old',
  changed: 'something new is asked',
  gpc: 'Global Privacy Control',
  regime: 'the law here sets it',
  invalid: 'its options are wrong, the console says how',
};

function make(name, className, ...children) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
}

const none = (text) => make('p', 'none', text);

const tones = { granted: 'yes', released: 'yes', denied: 'no', held: 'no', stopped: 'no' };
const chip = (word) => make('span', `chip ${tones[word] ?? ''}`, word);

const rows = (items) => make('ul', 'rows', ...items.map((children) => make('li', '', ...children)));

function drawConsent(consent) {
  if (!consent) return none('No Askfirst on this page yet.');
  return rows(
    Object.entries(consent.granted).map(([category, granted]) => [
      chip(granted ? 'granted' : 'denied'),
      category,
      make('span', 'about', reasons[consent.reasons[category]]),
    ]),
  );
}

function drawTags(tags) {
  if (!tags?.length) return none('No tag in the page now. What its own code sends is listed under requests.');
  return rows(tags.map(({ name, why, state }) => [chip(state), make('span', 'about', `${name} (${why})`)]));
}

/** `analytics_storage: granted` and the like stand out; everything else is plain JSON. */
function drawValue(value) {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return [value.join(' ')];
  if (!value || typeof value !== 'object') return [JSON.stringify(value)];
  return Object.entries(value).flatMap(([key, entry], index) => [
    `${index ? ', ' : ''}${key}: `,
    make('span', ['granted', 'denied'].includes(entry) ? entry : '', ...drawValue(entry)),
  ]);
}

function drawLayer(entries) {
  if (!entries) return none('This page has none.');
  return make(
    'ol',
    'entries',
    ...entries.map((parts) => {
      const commands = parts.filter((part) => typeof part === 'string').join(' ');
      const values = parts.filter((part) => typeof part !== 'string');
      const line = make('div', '', ...(commands ? [make('b', '', commands), ' '] : []), ...values.flatMap(drawValue));
      return make('li', '', line);
    }),
  );
}

function drawRequests(requests) {
  if (!requests.length) return none('None so far.');
  const lines = requests.map(({ address, page }) =>
    make('li', '', make('div', '', make('b', '', address), ` from ${page}`)),
  );
  return make('ol', 'entries', ...lines);
}

function drawRecord(record, consent) {
  const asks = Object.keys(consent?.granted ?? {}).length > 1;
  if (!record) return none(asks ? 'Nothing is stored before a choice.' : 'Nothing to choose, nothing stored.');
  try {
    return make('pre', 'code', JSON.stringify(JSON.parse(record), null, 2));
  } catch {
    return make('pre', 'code', record);
  }
}

function drawStorage(items) {
  if (!items?.length) return none('Empty.');
  return rows(
    items.map(({ kind, name, value }) => [make('code', '', name), make('span', 'about', `${value} (${kind})`)]),
  );
}

const drawings = {
  consent: (seen) => drawConsent(seen?.consent),
  tags: (seen) => drawTags(seen?.tags),
  layer: (seen) => drawLayer(seen?.layer),
  requests: (seen, requests) => drawRequests([...requests, ...(seen?.frames ?? [])]),
  record: (seen) => drawRecord(seen?.record, seen?.consent),
  storage: (seen) => drawStorage(seen?.storage),
};

/** Draws what was read. What has not changed stays, so that text in it remains selected. */
export function draw(seen, requests) {
  for (const [id, drawing] of Object.entries(drawings)) {
    const place = document.getElementById(id);
    const fresh = drawing(seen, requests);
    if (!place.firstChild?.isEqualNode(fresh)) place.replaceChildren(fresh);
  }
}
