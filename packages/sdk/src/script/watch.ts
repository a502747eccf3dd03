import { watch } from '../entries/watch.js';
import { print } from '../env/browser.js';
import { readOptions } from '../policy/read-options.js';
import { readScriptOptions } from './options.js';

const script = document.querySelector<HTMLScriptElement>('script[src*="/askfirst.js"]');
if (script) {
  const options = readScriptOptions(document, script.dataset);
  // `askfirst.js` itself reports invalid options.
  if (readOptions(options).isRight) watch(options);
} else print('The watch found no askfirst.js before it. Put its script tag after that one.');
