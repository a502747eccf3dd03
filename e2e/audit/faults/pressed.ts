import { type Server, SITE } from '../../harness/server.mjs';

/** Sends and stores in every way, under a name of its own. */
const all = (name: string) => `
fetch('https://${name}.example.net/hit', { mode: 'no-cors', keepalive: true });
new WebSocket('wss://${name}-socket.example.net/');
document.cookie = '${name}=1; path=/; max-age=1000; secure';
localStorage.${name} = '1';
localStorage.setItem('${name}-too', '1');`;
const undo = (name: string) =>
  `document.cookie = '${name}=; path=/; max-age=0; secure'; delete localStorage.${name}; localStorage.removeItem('${name}-too');`;
/** As some tools see whether they can store: written and removed in one breath. */
const TRIES = `document.cookie = 'tried=1; secure'; document.cookie = 'tried=; max-age=0; secure';
localStorage.setItem('tried', '1'); localStorage.removeItem('tried');`;

/** A page whose answers take effect as soon as the pointer is down, before any other listener hears of it. */
const page = (onLoad: string) => `<!doctype html><html lang="en"><title>Shop</title><script>
const answer = () => localStorage.consent;
addEventListener('pointerdown', (event) => {
  const given = event.target.dataset.answer;
  if (!given) return;
  clearInterval(globalThis.sending);
  event.stopImmediatePropagation();
  const was = answer();
  localStorage.setItem('consent', given);
  document.getElementById('question').hidden = true;
  ${TRIES}
  if (given === 'accept' || (given === 'save' && document.querySelector('input').checked)) { ${all('yes')} }
  else if (was) { ${undo('yes')} }
}, true);</script><body><h1>Shop</h1><button id="again">Cookie settings</button>
<div id="question" role="dialog" aria-label="Cookies" style="position: fixed; bottom: 0"><p>May we use cookies?</p>
  <label><input type="checkbox" name="analytics"> Analytics</label> <button data-answer="save">Save choices</button>
  <button data-answer="reject">Reject all</button> <button data-answer="accept">Accept all</button></div>
<script>
again.onclick = () => { question.hidden = false; };
if (answer()) question.hidden = true;
${onLoad}
</script></body></html>`;

/** Pages, by path. */
const PAGES: Readonly<Record<string, string>> = {
  '/pressed/at-once': page(''),
  // The pointer is over the button, and 50 ms later it is down.
  '/pressed/just-before': page(`for (const button of document.querySelectorAll('[data-answer]'))
  button.addEventListener('pointerover', () => {
    ${all('early')}
    for (const start = performance.now(); performance.now() - start < 50; );
  }, { once: true });`),
  // As where the law lets a site run until somebody objects.
  '/pressed/until-no': page(`let count = 0;
const send = () => fetch('https://until.example.net/hit?' + ++count, { mode: 'no-cors' });
if (!answer()) globalThis.sending = setInterval(send, 15);`),
};

export function servePressed(server: Server): void {
  for (const [path, html] of Object.entries(PAGES)) server.page(path, html);
}

export const pressed = (name: string) => `${SITE}/pressed/${name}`;
