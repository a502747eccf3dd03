import { decide, decideAll } from '../state/decide.js';
import type { View } from '../state/types.js';
import { showBanner } from './banner.js';
import { element } from './element.js';
import { showElements } from './elements.js';
import { announce, shell } from './shell.js';

/** Shows the interface, and returns how to take it away. */
export type Mount = (view: View, doc: Document) => () => void;

/** The second layer: only for those who open it. */
export const loadDetails = () => import('./details.js');

export const mount: Mount = (view, doc) => {
  const { locale, state } = view;
  const { $consent, $open } = state;
  const host = doc.createElement('askfirst-ui');
  const root = shell(host, view);
  const preferences = element('div');
  let asked: string | undefined;
  let hideBanner: (() => void) | undefined;
  let hidePreferences: (() => void) | undefined;
  let opener: HTMLElement | null;

  /** Focus that goes away with something goes where it came from, to the question, or to the word that the choice was saved. */
  const keepingFocus = (change: () => void) => {
    const inside = root.activeElement;
    change();
    if (inside && !root.activeElement) {
      opener?.focus();
      if (doc.activeElement === doc.body) root.querySelector<HTMLElement>('h2,p[role]')?.focus();
    }
  };
  const ask = () => {
    const due = $consent.get().due.join();
    if (due === asked) return;
    asked = due;
    keepingFocus(() => {
      hideBanner?.();
      hideBanner = due ? showBanner(view, root) : undefined;
    });
  };
  const open = async () => {
    opener = (root.activeElement ?? doc.activeElement) as HTMLElement;
    const { showPreferences } = await loadDetails();
    // Kept as it was opened: nothing may reset a switch the visitor has touched.
    if ($open.get()) hidePreferences ??= showPreferences(host, view, preferences);
  };
  const close = () =>
    keepingFocus(() => {
      hidePreferences = hidePreferences?.() as undefined;
    });
  const onError = (error: unknown) => {
    $open.set(false);
    state.inputs.report(['interface', error]);
  };
  const onClick = (event: Event) => {
    const [part, name] = (event.target as Element).part;
    const method = hidePreferences ? 'preferences' : 'banner';
    if (part === 'choose') $open.set(true);
    if (part === 'close') $open.set(false);
    if (part !== 'button') return;
    event.preventDefault();
    if (name === 'save') {
      const switches = [...root.querySelectorAll('input')];
      decide(state, Object.fromEntries(switches.map(({ name, checked }) => [name, checked])), method);
    } else decideAll(state, name === 'accept', method);
    $open.set(false);
    announce(root, locale.saved, 'done');
  };
  const onClose = ({ target }: Event) => {
    const closed = target as HTMLDialogElement;
    // Escape answers nothing, so the question stays.
    if (closed.part.contains('banner')) closed.showModal();
    else $open.set(false);
  };

  root.append(preferences, element('p', { role: 'status', part: 'status', tabindex: -1 }));
  root.addEventListener('click', onClick);
  root.addEventListener('close', onClose, true);
  // In the top layer no style of the page can move or cover it, where the browser has popovers.
  host.popover = 'manual';
  doc.body.prepend(host);
  host.showPopover?.();
  const stops = [
    showElements(view, loadDetails),
    $consent.subscribe(ask),
    $open.subscribe((isOpen) => (isOpen ? open().catch(onError) : close())),
    close,
    () => hideBanner?.(),
    () => host.remove(),
  ];
  if (asked) {
    announce(root, locale.announcement);
    // A filter list, or the page's own styles. Nobody has been asked, so nothing is granted.
    setTimeout(() => {
      if (root.querySelector<HTMLElement>('[part=banner]')?.offsetHeight !== 0) return;
      // A modal banner that nobody sees would leave the page inert.
      host.remove();
      state.inputs.report(['hidden']);
    }, 1000);
  }
  return () => stops.forEach((stop) => stop());
};
