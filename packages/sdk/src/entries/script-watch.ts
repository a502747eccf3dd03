import { print } from '../env/browser.js';
import { areValid } from '../policy/valid.js';
import { readScriptOptions } from './script-options.js';
import { watch } from './watch.js';

const script = document.querySelector<HTMLScriptElement>('script[src*="/askfirst.js"]');
if (script) {
  const options = readScriptOptions(document, script.dataset);
  // Where they are not, the script itself says so.
  if (areValid(options)) watch(options);
} else print('The watch found no askfirst.js before it. Put its script tag after that one.');
