import { type ComponentChildren, h, render } from 'preact';
import { decide, decideAll } from '../state/decide.js';
import type { View } from '../state/types.js';
import { banner } from './banner.js';
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
  let dialog: ComponentChildren;
  let opener: HTMLElement | null;

  const draw = () => {
    const inside = root.activeElement;
    render([$consent.get().ask && banner(view), dialog, <p role="status" part="status" tabIndex={-1} />], root);
    // Focus that went with what was taken away goes where it came from, or to the word that the choice was saved.
    if (inside && !root.activeElement) {
      opener?.focus();
      if (doc.activeElement === doc.body) root.querySelector<HTMLElement>('p[role]')?.focus();
    }
  };
  const open = async () => {
    opener = (root.activeElement ?? doc.activeElement) as HTMLElement;
    const { preferences, complete, css } = await loadDetails();
    if (!$open.get()) return;
    shell(host, view, css);
    // Kept as it was opened: nothing may reset a switch the visitor has touched.
    dialog = preferences(complete(view));
    draw();
  };
  const onError = (error: unknown) => {
    $open.set(false);
    state.inputs.report(['interface', error]);
  };
  const onClick = (event: Event) => {
    const [part, name] = (event.target as Element).part;
    const method = dialog ? 'preferences' : 'banner';
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

  root.addEventListener('click', onClick);
  root.addEventListener('close', onClose, true);
  // In the top layer no style of the page can move or cover it, where the browser has popovers.
  host.popover = 'manual';
  doc.body.prepend(host);
  host.showPopover?.();
  const stops = [
    showElements(view, loadDetails),
    $consent.listen(draw),
    $open.subscribe((isOpen) => {
      if (isOpen) open().catch(onError);
      else {
        dialog = false;
        draw();
      }
    }),
    () => render(null, root),
    () => host.remove(),
  ];
  if ($consent.get().ask) {
    announce(root, locale.announcement);
    // A filter list, or the page's own styles. Nobody has been asked, so nothing is granted.
    setTimeout(() => {
      if ((root.firstElementChild as HTMLElement | null)?.offsetHeight !== 0) return;
      // A modal banner that nobody sees would leave the page inert.
      host.remove();
      state.inputs.report(['hidden']);
    }, 1000);
  }
  return () => stops.forEach((stop) => stop());
};
