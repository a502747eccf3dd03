/** A router as people write one: fetches the next page, and leaves to the site how the page becomes that one. */
export function startRouter(show: (next: Document) => unknown): void {
  const open = async (href: string) => {
    const text = await (await fetch(href)).text();
    await show(new DOMParser().parseFromString(text, 'text/html'));
  };
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('nav a');
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    history.pushState({}, '', link.href);
    open(link.href);
  });
  addEventListener('popstate', () => open(location.href));
}
