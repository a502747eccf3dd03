import { print } from './browser.js';

const said = new Set<string>();

/** Tells the owner what is wrong and how to mend it: in the console, and by the event `askfirst:problem`, once per page. */
export function say(code: string, message: string): void {
  if (said.has(message)) return;
  said.add(message);
  print(message);
  globalThis.document?.dispatchEvent(new CustomEvent('askfirst:problem', { detail: { codes: [code], message } }));
}
