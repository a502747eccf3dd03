/** Milliseconds after which the room below is made, see `reserve-space.ts`, and the announcement is read. */
const LATER_MS = 200;

/**
 * Puts the room for a banner at the upper edge above the page instead of below it, and scrolls by as much, so that nothing moves before
 * the eyes: what lies under the banner is one scroll away. Ends when the banner goes.
 */
export function roomAbove(banner: HTMLElement): void {
  const root = document.documentElement;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let room = 0;
  const follow = () => {
    const before = room;
    room = Number.parseFloat(getComputedStyle(root).getPropertyValue('--askfirst-room')) || 0;
    if (!banner.isConnected) {
      room = 0;
      observer.disconnect();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
    if (room === before) return;
    // `:root` twice is worth more than the `html` of the room below.
    sheet.replaceSync(`@media screen{:root:root{margin-block:${room}px 0;scroll-padding:${room}px 0 0}}`);
    // Not in steps, even if the page asks for smooth scrolling.
    window.scrollBy({ top: room - before, behavior: 'instant' });
  };
  // Of what is removed the size changes to nothing.
  const observer = new ResizeObserver(() => setTimeout(follow, banner.isConnected ? LATER_MS : 0));
  observer.observe(banner);
}
