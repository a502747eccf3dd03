import type { Tool, ToolMarkup } from '@askfirst/data';
import type { Env } from '../env/env.js';
import { isService, loadTools, nameHere, namesIn, RUNS } from '../policy/old-tools.js';
import type { OldTool } from '../policy/types.js';
import type { State } from '../state/types.js';
import { renew } from './addresses.js';
import { watchElements } from './elements.js';
import { asScript } from './gate.js';
import { trusted } from './trusted.js';

/** Attributes from which the gate takes an address. */
const TWINS = ['src', 'srcset', 'srcdoc', 'href', 'poster', 'data'];

/** Whether the tool's markup keeps the browser from running or loading an element: then Askfirst holds it, too. */
function isHeld(element: HTMLElement, { addresses = {}, placeholders = [] }: ToolMarkup): boolean {
  if (element.localName === 'template') return true;
  if (asScript(element)) return !RUNS.test(element.getAttribute('type')?.trim() ?? '');
  const plain = TWINS.map((name) => element.getAttribute(name)).filter(Boolean) as string[];
  return (
    plain.every((address) => /^(about|data):/.test(address) || placeholders.some((part) => address.includes(part))) &&
    [...Object.keys(addresses), ...TWINS.map((name) => `data-${name}`)].some((name) => element.hasAttribute(name))
  );
}

/** Moves an address to where the gate looks for it. A script that is held may have its address: its type keeps it from loading. */
function moveAddress(env: Env, element: HTMLElement, { addresses = {} }: ToolMarkup): void {
  const script = asScript(element);
  const from = Object.keys(addresses).find((name) => element.hasAttribute(name));
  const address = from ? element.getAttribute(from) : script?.dataset.src;
  if (!script) {
    element.removeAttribute('src');
    if (address) element.dataset.src = address;
  } else {
    script.type = 'text/plain';
    if (address && !script.src) script.setAttribute('src', trusted(env, 'createScriptURL', address));
  }
}

/**
 * Makes the gate hold and release what is marked for tools that the site used before: in the page, and what comes later. A tag whose
 * name has no category here is left as it stands, so that nobody runs it, and is reported once.
 */
export async function foreignMarkup(state: State, env: Env): Promise<void> {
  const rows = await loadTools(state.options.markup);
  // Stopped while the files loaded.
  if (!env.stops[0]) return;
  for (const [old, tool] of rows) if (tool?.markup) holdMarked(state, env, old, tool, tool.markup);
}

function holdMarked(state: State, env: Env, old: OldTool, tool: Tool, markup: ToolMarkup): void {
  const reported = new Set<string>();
  const categoryOf = (name: string): string | undefined => {
    const here = nameHere(tool, old, name);
    const member = state.categories.find(
      ({ key, services }) => key === here || services.some((s) => isService(s, here)),
    );
    if (member) return member.key;
    // A category that the tool knows and this site does not ask about: the gate reports it.
    if (here !== name) return here;
    if (!reported.has(name)) state.inputs.report(['unmapped', name, tool.name]);
    reported.add(name);
    return undefined;
  };
  const found = (element: HTMLElement) => {
    if (element.dataset.consent !== undefined || !isHeld(element, markup)) return;
    const names = namesIn(element, markup);
    const keys = (names[0] === undefined ? [''] : names).map(categoryOf);
    if (keys.some((key) => !key)) return;
    try {
      moveAddress(env, element, markup);
    } catch (error) {
      // The page's policy forbids ours: https://www.w3.org/TR/trusted-types/#trusted-types-csp-directive
      state.inputs.report(['moving', 'foreign-markup', error]);
      return;
    }
    element.dataset.consent = [...new Set(keys)].join(' ');
    // The gate notices what comes into the page.
    renew(element);
  };
  watchElements(env, markup.selector, found, () => {});
}
