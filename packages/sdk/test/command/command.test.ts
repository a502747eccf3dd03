import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/command/run.js';

const folder = mkdtempSync(join(tmpdir(), 'askfirst-command-'));
const put = (name: string, text: string) => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
};

async function say(...args: string[]) {
  let printed = '';
  let complaint = '';
  const code = await run(args, {
    print: (text) => {
      printed += text;
    },
    complain: (text) => {
      complaint += text;
    },
  });
  return { code, printed, complaint };
}

const options = put(
  'options.json',
  JSON.stringify({
    controller: { name: 'Shop' },
    services: [
      { ga4: 'G-ABCD1234' },
      { id: 'hotjar', category: 'analytics' },
      {
        id: 'films',
        name: '<b>Films</b> | *x*',
        provider: 'Example & Söhne',
        category: 'functional',
        policyUrl: 'javascript:alert(1)',
      },
    ],
    categories: { marketing: {} },
  }),
);

test('a declaration has every category, service, entry and lifetime, from the options and the catalogue', async () => {
  const { code, printed } = await say('declaration', options);
  expect(code).toBe(0);
  for (const text of [
    '## Analytics',
    '### Google Analytics 4',
    '### Hotjar',
    '24 months (Chrome, Edge, Firefox: ≤ 400 days)',
    '\\_ga\\_\\*',
    '## Marketing',
  ])
    expect(printed).toContain(text);
  expect(printed, 'our own record').toContain('askfirst');
  expect(printed.indexOf('Google Analytics 4')).toBeLessThan(printed.indexOf('Hotjar'));
});

test('in another language, as HTML, and no text of the options becomes markup', async () => {
  const { code, printed } = await say('declaration', options, '--format', 'html', '--lang', 'de');
  expect(code).toBe(0);
  expect(printed).toMatch(/^<section lang="de" dir="ltr">/);
  expect(printed).toContain('<td>24 Monate (Chrome, Edge, Firefox: ≤\u00A0400 Tage)</td>');
  expect(printed).toContain('<thead><tr><th scope="col">Name</th>');
  expect(printed).toContain('&#60;b&#62;Films');
  expect(printed).not.toContain('javascript:');
  const arabic = (await say('declaration', options, '--lang', 'ar')).printed;
  expect(arabic, 'Latin names among Arabic words').toContain('(\u2068Chrome، Edge، Firefox\u2069: ≤ ');
  const markdown = (await say('declaration', options)).printed;
  expect(markdown).toContain('\\<b\\>Films\\</b\\> \\| \\*x\\*');
  expect(markdown).not.toContain('javascript:');
});

test('what was written is checked: the same is 0, anything else 1', async () => {
  const out = join(folder, 'declaration.md');
  expect(await say('declaration', options, '--check', out)).toMatchObject({ code: 1 });
  expect(await say('declaration', options, '--out', out)).toMatchObject({ code: 0, printed: '' });
  expect(await say('declaration', options, '--check', out)).toMatchObject({ code: 0, complaint: '' });
  // As Git and editors on Windows write both.
  writeFileSync(out, readFileSync(out, 'utf8').replace(/\n/g, '\r\n'));
  const marked = put('marked.json', `\ufeff${readFileSync(options, 'utf8')}`);
  expect(await say('declaration', marked, '--check', out)).toMatchObject({ code: 0, complaint: '' });
  writeFileSync(out, `${readFileSync(out, 'utf8')}More.`);
  const { code, complaint } = await say('declaration', options, '--check', out);
  expect(code).toBe(1);
  expect(complaint).toContain('--out');
});

test.each([
  [[], 2, 'askfirst declaration'],
  [['--help'], 0, 'Exit codes'],
  [['declare', options], 2, 'There is no command "declare"'],
  [['declaration'], 2, 'Name one file'],
  [['declaration', join(folder, 'none.json')], 2, 'it does not exist'],
  [['declaration', put('broken.json', '{')], 2, 'has to be JSON'],
  [['declaration', put('mark.json', '\uFEFF{"categories":{"functional":{}}}')], 0, 'Functional'],
  [['declaration', put('null.json', '{"services":[null]}')], 1, '"number 1" needs an id'],
  [['declaration', put('object.json', '{"services":[{"ga4":{"id":"G-1"}}]}')], 1, 'Unknown key "ga4"'],
  [['declaration', put('wrong.json', '{"polcy":{}}')], 1, 'Did you mean policy?'],
  [['declaration', put('list.json', '[]')], 2, 'one object'],
  [['declaration', options, '--format', 'pdf'], 2, 'There is no format "pdf"'],
  [['declaration', options, '--lang', 'tlh'], 2, 'There are no texts in "tlh"'],
  [['declaration', options, '--colour', 'red'], 2, '--colour'],
  [['declaration', options, '--out', 'a', '--check', 'b'], 2, 'not both'],
  [['declaration', options, '--out', folder], 2, 'it is a folder'],
  [['migrate'], 2, 'Name one folder'],
  [['migrate', join(folder, 'nowhere')], 2, 'it does not exist'],
  [['migrate', options, '--lang', 'de'], 2, 'takes no options'],
  [['migrate', put('plain/index.html', '<p>Nothing</p>')], 1, 'no consent tool'],
] as const)('%j', async (args, code, words) => {
  const { printed, complaint, ...said } = await say(...args);
  expect(said.code).toBe(code);
  expect(printed + complaint).toContain(words);
});

test('a site is read: its tool, its vendors, the options for them, and what a person decides', async () => {
  put(
    'site/index.html',
    `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="x"></script>
    <script type="text/plain" data-cookieconsent="statistics" src="https://www.googletagmanager.com/gtag/js?id=G-ABCD1234"></script>
    <script data-cookieconsent="marketing" src="https://connect.facebook.net/en_US/fbevents.js"></script>
    <script type="text/plain" data-cookieconsent="social" src="https://static.hotjar.com/c/hotjar.js"></script>`,
  );
  put('site/node_modules/x/index.js', 'https://bat.bing.com/');
  put(
    'site/app/klaro.tsx',
    `<Script type="text/plain" data-name="matomo" data-type="text/javascript" /> // klaroConfig`,
  );
  const { code, printed } = await say('migrate', join(folder, 'site'));
  expect(code).toBe(0);
  for (const words of ['Cookiebot: "consent.cookiebot.com" in index.html', 'Hotjar', 'Klaro', '"social"', '"since"'])
    expect(printed).toContain(words);
  expect(printed, 'a tag that its tool left runnable').toMatch(/run without it.*index\.html/);
  expect(printed, 'what others wrote').not.toContain('bing');
  const written = JSON.parse(/\{\n[\s\S]*?\n\}/.exec(printed)?.[0] ?? '');
  expect(written).toMatchObject({ markup: ['cookiebot', 'klaro'], importFrom: 'cookiebot' });
  expect(written.services).toContainEqual({ ga4: 'G-ABCD1234' });
  expect(written.services).toContainEqual({ id: 'hotjar', category: 'analytics' });
  expect(JSON.stringify(written.services), 'one script of one host').not.toContain('gtm');
  // The command takes what it has printed.
  expect(await say('declaration', put('written.json', JSON.stringify(written)))).toMatchObject({ code: 0 });
});

test('minified pages, words that look like ids, and files that never end a tag are read as they are', async () => {
  put(
    'small/index.html',
    `<p>G-SHOCK and "Watches" by G-STAR4</p><script src=/vanilla-cookieconsent.js></script><script type=text/plain data-category=analytics
    src=https://www.googletagmanager.com/gtag/js?id=G-ABCD1234></script><script data-category=analytics src=/b.js></script>
    <img data-category='chat' alt="a > b"><iframe srcdoc="<p>" data-category=films></iframe><Script type={'text/plain'} data-category={"maps"} />`,
  );
  const { printed } = await say('migrate', join(folder, 'small'));
  expect(printed).toContain('what vanilla-cookieconsent calls "chat", "films", "maps": say');
  expect(printed).toMatch(/run without it.*\(index\.html\)/);
  expect(printed).toContain('"ga4": "G-ABCD1234"');
  expect(printed).toContain('what holds its tag');
  const started = Date.now();
  const open = put('open.html', `vanilla-cookieconsent ${'<script '.repeat(100_000)}`);
  expect(await say('migrate', open)).toMatchObject({ code: 0 });
  expect(Date.now() - started).toBeLessThan(5000);
});
