/** A button, link or switch that stands on the page, with the part of the page that it belongs to. */
export interface Scanned {
  readonly kind: 'button' | 'switch';
  /** Its accessible name; for a switch also its `name`, `id` and `value`, and the heading above it. */
  readonly name: string;
  /** Other texts that tell a switch: attributes, and the name of its group. */
  readonly about: string;
  /** Number of the part of the page, the same for all that stand in one banner. */
  readonly group: number;
  /** Whether that part lies over the page: a dialog, or fixed to the window. */
  readonly isOverlay: boolean;
  /** Whether that part speaks of consent. */
  readonly isAbout: boolean;
  readonly isOn: boolean;
  readonly isLocked: boolean;
}

/** What `scan` hands back: `elements[i]` belongs to `seen[i]`. */
export interface Scan {
  readonly seen: readonly Scanned[];
  readonly elements: readonly Element[];
}

/**
 * Finds what a visitor could press in a document about consent, open shadow roots included. Runs in the page, changes nothing there.
 *
 * @param topic Source of a regular expression: what a text about consent speaks of.
 */
export function scan(topic: string): Scan {
  const speaksOfIt = new RegExp(topic, 'iu');
  const PRESSABLE =
    'button,a,summary,[role=button],[role=link],input[type=button],input[type=submit],[onclick],[data-cc],[part~=button]';
  const SWITCH = 'input[type=checkbox],[role=switch],[role=checkbox]';
  /** Texts that only a pointer says can be pressed. */
  const TEXT = 'div,span,p,li,strong,b';
  const elements: Element[] = [];
  const seen: Scanned[] = [];
  const groups: Element[] = [];

  const found: Element[] = [];
  const pointed: Element[] = [];
  const hasPointer = (element: Element) =>
    !element.firstElementChild &&
    (element.textContent ?? '').length < 60 &&
    !element.closest(`${PRESSABLE},label`) &&
    getComputedStyle(element).cursor === 'pointer';
  const walk = (root: Document | ShadowRoot) => {
    found.push(...root.querySelectorAll(`${PRESSABLE},${SWITCH}`));
    for (const each of root.querySelectorAll(TEXT)) if (hasPointer(each)) pointed.push(each);
    for (const each of root.querySelectorAll('*')) if (each.shadowRoot) walk(each.shadowRoot);
  };
  walk(document);
  // What says that it is a button comes first.
  found.push(...pointed);

  const parentOf = (element: Element): Element | null =>
    element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const textOf = (element: Element | null | undefined) =>
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden says nothing to the visitor.
    ((element as HTMLElement | null)?.innerText ?? element?.textContent ?? '').trim();
  const byIds = (element: Element, attribute: string) =>
    (element.getAttribute(attribute) ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => textOf((element.getRootNode() as Document | ShadowRoot).getElementById(id)))
      .join(' ')
      .trim();
  const labelsOf = (element: Element) => [...((element as HTMLInputElement).labels ?? [])];
  const nameOf = (element: Element) =>
    byIds(element, 'aria-labelledby') ||
    element.getAttribute('aria-label') ||
    labelsOf(element).map(textOf).join(' ').trim() ||
    (element instanceof HTMLInputElement && /button|submit/.test(element.type) ? element.value : textOf(element)) ||
    element.querySelector('img[alt]')?.getAttribute('alt') ||
    element.getAttribute('title') ||
    '';
  const isOverlay = (element: Element) =>
    element.matches('dialog,[role=dialog],[role=alertdialog],[aria-modal=true],[popover]') ||
    /fixed|sticky/.test(getComputedStyle(element).position);
  const isPage = (element: Element) => element === document.body || element === document.documentElement;
  const marks = (element: Element) =>
    `${element.id} ${element.getAttribute('class') ?? ''} ${element.getAttribute('aria-label') ?? ''} ${element.localName}`;

  /** The outermost overlay around it that speaks of consent, or else the nearest part of the page that does, or any overlay. */
  const groupOf = (
    element: Element,
    name: string,
  ): { group: Element; isOverlay: boolean; isAbout: boolean } | undefined => {
    let overlay: Element | undefined;
    let any: Element | undefined;
    let nearest: Element | undefined;
    for (let each = parentOf(element); each; each = parentOf(each)) {
      if (isPage(each)) {
        // A frame of its own is one part.
        if (window !== window.top && !overlay) return { group: document.body, isOverlay: true, isAbout: true };
        break;
      }
      const text = textOf(each);
      const isAbout =
        (text.length < 20_000 && text.length > name.length + 20 && speaksOfIt.test(text)) ||
        speaksOfIt.test(marks(each));
      if (isOverlay(each)) any = each;
      if (!isAbout) continue;
      nearest ??= each;
      if (any === each) overlay = each;
    }
    const group = overlay ?? nearest ?? any;
    return group && { group, isOverlay: group === any || group === overlay, isAbout: group === (overlay ?? nearest) };
  };

  for (const element of found) {
    const kind = element.matches(SWITCH) ? 'switch' : 'button';
    // The box itself is often hidden behind a drawn one.
    const shown =
      kind === 'button'
        ? isShown(element)
        : [element, ...labelsOf(element), element.parentElement].some((each) => each && isShown(each));
    if (!shown) continue;
    const name = nameOf(element).replace(/\s+/g, ' ').slice(0, 200);
    if (kind === 'button' && (!name || name.length > 80)) continue;
    const place = groupOf(element, name);
    const { group, isOverlay, isAbout } = place ?? {
      group: document.documentElement,
      isOverlay: false,
      isAbout: false,
    };
    if (!groups.includes(group)) groups.push(group);
    const input = element as HTMLInputElement;
    const around = element.closest('[role=group],fieldset,li,section');
    elements.push(element);
    seen.push({
      kind,
      name,
      about: [
        element.getAttribute('name'),
        element.id,
        element.getAttribute('value'),
        element.getAttribute('data-category'),
        around &&
          (byIds(around, 'aria-labelledby') ||
            around.getAttribute('aria-label') ||
            textOf(around.querySelector('h2,h3,h4,legend'))),
      ]
        .filter(Boolean)
        .join(' ')
        .slice(0, 300),
      group: place ? groups.indexOf(group) : -1,
      isOverlay,
      isAbout,
      isOn: kind === 'switch' && (element.getAttribute('aria-checked') ?? String(input.checked)) === 'true',
      isLocked:
        kind === 'switch' &&
        (input.disabled === true ||
          element.getAttribute('aria-disabled') === 'true' ||
          element.getAttribute('aria-readonly') === 'true' ||
          input.readOnly === true),
    });
  }
  return { seen, elements };
}
