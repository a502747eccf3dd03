/**
 * Keeps what lies under a fixed banner reachable: focused elements scroll clear of it (WCAG 2.4.11), and the page
 * can be scrolled by the banner's height beyond its end. A margin of the root element moves nothing on the page.
 */
export const makeRoom = (banner: HTMLElement): (() => void) => {
  const sheet = new CSSStyleSheet();
  const observer = new ResizeObserver(() => {
    const height = `calc(1em + ${banner.offsetHeight}px)`;
    sheet.replaceSync(`html{scroll-padding-bottom:${height};margin-bottom:${height}}`);
  });
  observer.observe(banner);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    observer.disconnect();
    sheet.replaceSync('');
  };
};
