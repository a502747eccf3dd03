/**
 * Keeps what lies under a fixed banner reachable: focused elements scroll clear of it (WCAG 2.4.11,
 * https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum), and the page can be scrolled by the banner's height beyond
 * its end. A margin of the root element moves nothing in the page.
 *
 * @returns A function that undoes it.
 */
export const reserveSpace = (banner: HTMLElement): (() => void) => {
  const root = document.documentElement;
  const sheet = new CSSStyleSheet();
  let room = 0;
  let rule: string;
  let fitted = true;
  const reserve = () => {
    // A page that fits its window has no scrollbar, or hides it. A new scrollbar would make the page narrower.
    fitted &&= innerWidth === root.offsetWidth && root.scrollHeight - room <= innerHeight;
    // A filter list may hide the banner, which then needs no space.
    room = banner.offsetHeight && banner.offsetHeight + 16;
    // After each change of a style sheet the browser computes all styles of the page again.
    if (
      rule !==
      (rule = `@media screen{html{--askfirst-room:${room}px;margin-bottom:${room}px;scroll-padding-bottom:${room}px;${fitted ? 'overflow-y:auto!important;scrollbar-width:none' : ''}}}`)
    )
      sheet.replaceSync(rule);
  };
  const observer = new ResizeObserver(reserve);
  // With the announcement: the browser shows the banner first, then computes styles and layout once for both.
  const timer = setTimeout(() => {
    reserve();
    document.adoptedStyleSheets.push(sheet);
    observer.observe(banner);
    observer.observe(root);
  }, 100);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
};
