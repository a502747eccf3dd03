/**
 * Keeps what lies under a fixed banner reachable: focused elements scroll clear of it (WCAG 2.4.11), and the page
 * can be scrolled by the banner's height beyond its end. A margin of the root element moves nothing on the page.
 */
export const makeRoom = (banner: HTMLElement | null): (() => void) => {
  const sheet = new CSSStyleSheet();
  const observer = new ResizeObserver(([entry]) => {
    const height = `calc(1em + ${((entry as ResizeObserverEntry).target as HTMLElement).offsetHeight}px)`;
    sheet.replaceSync(`html{scroll-padding-bottom:${height};margin-bottom:${height}}`);
  });
  // Never null: preact calls what is returned here instead.
  observer.observe(banner as HTMLElement);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    observer.disconnect();
    sheet.replaceSync('');
  };
};
