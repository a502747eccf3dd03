/** The text of a control as the visitor sees it: its labels, else its accessible name. */
export function labelText(control: HTMLInputElement): string {
  const referenced = (control.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => id && (control.getRootNode() as Document).getElementById(id));
  const shown = control.labels?.length ? [...control.labels] : referenced;
  // biome-ignore lint/performance/useDomNodeTextContent: the proof is of what was shown, not of what was hidden.
  const texts = shown.map((element) => element && element.innerText);
  return ([texts.join(' '), control.getAttribute('aria-label') ?? ''].find((text) => text.trim()) ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
