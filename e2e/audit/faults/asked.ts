import { type Server, SITE } from '../../harness/server.mjs';

/** What a page with a banner does: by default nothing that it should not. */
interface Asks {
  /** Switches that are on before the visitor touches them. */
  preTicked?: readonly string[];
  /** Whether reject stands only behind the settings. */
  hidesReject?: boolean;
  /** Whether there is no reject at all. */
  hasNoReject?: boolean;
  /** Scripts that run on load, and after each answer. */
  onLoad?: string;
  onAccept?: string;
  onReject?: string;
  onWithdraw?: string;
}

const VENDOR = 'https://www.google-analytics.com';
/** A hit of Google Analytics, with what the tag took the answer to be: for all, or for analytics alone. */
const hit = (gcs: 'G111' | 'G101') =>
  `fetch('${VENDOR}/g/collect?v=2&tid=G-1&gcs=${gcs}&gcd=${gcs === 'G111' ? '13t3t3t3t5' : '13p3r3p3p5'}&en=page_view', { mode: 'no-cors', keepalive: true });`;
const START = `document.cookie = '_ga=GA1.1.1.1; path=/; max-age=1000; secure'; ${hit('G101')}`;
const STOP = `document.cookie = '_ga=; path=/; max-age=0; secure';`;

/** A page with a banner in its own words: no tool that anybody has a rule for. */
const asks = ({
  preTicked = [],
  hidesReject,
  hasNoReject,
  onLoad = '',
  onAccept = START,
  onReject = '',
  onWithdraw = STOP,
}: Asks) => `<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>
<main style="min-height: 2000px"><a href="/asked/other">Other page</a></main>
<footer><button id="again">Cookie settings</button></footer>
<div id="question" role="dialog" aria-label="Cookies" hidden style="position: fixed; bottom: 0; background: white">
  <p>We would like to use cookies to understand how the shop is used.</p>
  <div id="more" hidden>${['Analytics', 'Marketing']
    .map(
      (name) =>
        `<label><input type="checkbox" name="${name.toLowerCase()}" ${preTicked.includes(name) ? 'checked' : ''}> ${name}</label>`,
    )
    .join('')}
    ${hidesReject ? '<button data-answer="reject">Reject all</button>' : ''} <button data-answer="save">Save choices</button></div>
  ${hidesReject || hasNoReject ? '' : '<button data-answer="reject">Reject all</button>'}
  <button data-answer="accept">Accept all</button> ${hasNoReject ? '' : '<button id="settings">Manage options</button>'}
</div>
<script>
const answer = () => (document.cookie.match(/answer=(\\w+)/) || [])[1];
const question = document.getElementById('question');
const run = (given) => { if (given === 'accept') { ${onAccept} } else if (given === 'withdraw') { ${onWithdraw} } else { ${onReject} } };
${onLoad}
if (answer()) { if (answer() === 'accept') run('accept'); } else question.hidden = false;
document.getElementById('again').onclick = () => { question.hidden = false; };
const settings = document.getElementById('settings');
if (settings) settings.onclick = () => { document.getElementById('more').hidden = false; };
for (const button of document.querySelectorAll('[data-answer]')) button.onclick = () => {
  const given = button.dataset.answer === 'accept' ? 'accept'
    : button.dataset.answer === 'save' && document.querySelector('input[name=analytics]').checked ? 'accept' : 'reject';
  const was = answer();
  document.cookie = 'answer=' + given + '; path=/; max-age=86400; secure';
  question.hidden = true;
  run(was === 'accept' && given === 'reject' ? 'withdraw' : given);
};
</script></body></html>`;

/** Pages, by path. */
export const ASKED: Readonly<Record<string, string>> = {
  '/asked/clean': asks({}),
  '/asked/other': '<!doctype html><html lang="en"><title>Other</title><h1>Other page</h1>',
  // After a reject: at once with consent in the signal, and six seconds late.
  '/asked/after-reject': asks({
    onReject: `${hit('G111')} setTimeout(() => { fetch('https://late.example.net/pixel', { mode: 'no-cors' }); }, 6000);`,
  }),
  // The cookie comes back after it was removed.
  '/asked/comes-back': asks({
    onWithdraw: `${STOP} setTimeout(() => { document.cookie = '_ga=GA1.1.1.1; path=/; max-age=1000; secure'; }, 200);`,
  }),
  '/asked/pre-ticked': asks({ preTicked: ['Marketing'] }),
  '/asked/hidden-reject': asks({ hidesReject: true }),
  // Asks once the visitor scrolls, with buttons that only look like some, and slides out of the window instead of going away.
  '/asked/lively': `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><main style="min-height: 2000px"><a href="/asked/other">Other page</a></main>
<div id="question" hidden style="position: fixed; bottom: 0; background: white"><p>We use cookies.</p>
<div style="cursor: pointer">Accept all</div> <div style="cursor: pointer"><span id="no">Reject all</span></div></div>
<script>addEventListener('wheel', () => { question.hidden = false; }, { once: true });
no.onclick = () => { question.style.transform = 'translateY(120%)'; };</script>`,
  '/asked/no-reject': asks({ hasNoReject: true }),
  // Where the law lets a site run until somebody objects.
  '/asked/gpc-ignored': `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><script>${START}</script>`,
  '/asked/gpc-heard': `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><p id="said"></p><script>
if (navigator.globalPrivacyControl) document.getElementById('said').textContent = 'Opt-Out Request Honored';
else { ${START} }</script>`,
};

export function serveAsked(server: Server): void {
  for (const [path, html] of Object.entries(ASKED)) server.page(path, html);
  server.reply('https://late.example.net/pixel', { type: 'image/gif' });
}

export const asked = (name: string) => `${SITE}/asked/${name}`;
