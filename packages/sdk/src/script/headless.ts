import { onQuestion as ask } from '../entries/headless.js';
import { readScriptOptions } from './options.js';
import { findTag } from './tag.js';

/** The file of the script build with what `askfirst/headless` exports. */
export * from '../entries/headless.js';

/**
 * The same for `window.askfirst`. Its options are those of the script tag and the JSON: a page that passes the JSON alone would ask for
 * nothing by name where the attributes say what for.
 */
export const onQuestion: typeof ask = (consent, options, draw) => {
  const tag = consent === (window as { askfirst?: unknown }).askfirst && findTag();
  return ask(consent, tag ? readScriptOptions(document, tag.dataset) : options, draw);
};
