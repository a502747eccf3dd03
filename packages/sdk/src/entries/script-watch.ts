import { print } from '../env/browser.js';
import { own } from '../policy/own.js';
import { readOptions } from '../policy/read-options.js';
import { readScriptOptions } from './script-options.js';
import { watch } from './watch.js';

const script = document.querySelector<HTMLScriptElement>('script[src*="/askfirst.js"]');
// What is wrong with them the script itself says.
if (script) watch(readOptions(own(readScriptOptions(document, script.dataset))).options);
else print('The watch found no askfirst.js before it. Put its script tag after that one.');
