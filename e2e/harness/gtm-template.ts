import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The functions of Tag Manager's sandbox, which touch the real page. `setConsent` is the model's. */
const SANDBOX = `{
  JSON, Object,
  callInWindow: (name, ...args) => window[name](...args),
  createQueue: (name) => (entry) => (window[name] ??= []).push(entry),
  getType: (value) => (Array.isArray(value) ? 'array' : typeof value),
  gtagSet: () => {},
  injectScript: (src, onload, onerror) =>
    document.head.append(Object.assign(document.createElement('script'), { src, onload, onerror, async: true })),
  logToConsole: (text) => console.log(text),
  makeNumber: Number,
  queryPermission: () => true,
  setDefaultConsentState: setConsent,
  updateConsentState: setConsent,
}`;

/**
 * The `gtm.js` of a container whose "Consent Initialization" fires Askfirst's template.
 *
 * @param fields What the owner has written into the tag.
 */
export function containerWithTemplate(fields: object): string {
  const [, code] =
    /^___SANDBOXED_JS_FOR_WEB_TEMPLATE___$(.*)^___WEB_PERMISSIONS___$/ms.exec(
      read('../../packages/gtm/template.tpl'),
    ) ?? [];
  return `window.gtmInit = (setConsent) => {
    const done = (what) => () => (window.heard ??= []).push(what);
    const data = { ...${JSON.stringify(fields)}, gtmOnSuccess: done('success'), gtmOnFailure: done('failure') };
    ((require) => { ${code} })((name) => (${SANDBOX})[name]);
  };
  ${read('gtm-model.js')}`;
}
