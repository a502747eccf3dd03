/** The script tag, if it is still in the page. Its file may have another name, and the modules beside it have a similar one. */
export const findTag = (): HTMLScriptElement | null =>
  document.querySelector<HTMLScriptElement>('script[src*="askfirst.js"]') ??
  document.querySelector<HTMLScriptElement>('script[src*=askfirst]:not([type=module])');
