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
  let fitted = true;
  let room = 0;
  let rule: string;
  const reserve = () => {
    // A page that fits its window has no scrollbar, or hides it. A new scrollbar would make the page narrower.
    fitted &&= root.scrollHeight - room <= innerHeight && innerWidth === root.offsetWidth;
    // A filter list may hide the banner, which then needs no space.
    room = banner.offsetHeight && banner.offsetHeight + 16;
    // After each change of a style sheet the browser computes all styles of the page again.
    if (
      rule !==
      (rule = `@media screen{html{--askfirst-room:${room}px;margin-bottom:${room}px;scroll-padding-bottom:${room}px;${fitted ? 'overflow-y:auto!important;scrollbar-width:none' : ''}}}`)
    )
      sheet.replaceSync(rule);
  };
  // Not at once: the room may change the size of the page, and an observer that does so is an error to every listener for them.
  const observer = new ResizeObserver(() => setTimeout(reserve));
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
