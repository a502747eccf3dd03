import type { Service, Tool, ToolMarkup } from '@askfirst/data';
import { tools } from '@askfirst/data/tools';
import type { OldTool, Options } from './types.js';

/**
 * The tools that an option names. In an attribute they are ids with spaces between them.
 *
 * @example oldTools('klaro orejime') // [{ tool: 'klaro' }, { tool: 'orejime' }]
 */
export const oldTools = (option: Options['markup']): OldTool[] =>
  [option ?? []].flat().flatMap((each) =>
    typeof each === 'string'
      ? each
          .split(/\s+/)
          .filter(Boolean)
          .map((tool) => ({ tool }) as OldTool)
      : [each],
  );

/** The tools that an option names, each with what the data know of it. */
export const loadTools = (option: Options['markup']): Promise<(readonly [OldTool, Tool | undefined])[]> =>
  Promise.all(oldTools(option).map(async (old) => [old, (await tools[old.tool]?.())?.tool] as const));

/** Types of scripts that run, or that tell the browser what to load: https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type */
export const RUNS = /^(module|importmap|speculationrules|(text|application)\/(x-)?(java|ecma|j|live)script(1\.\d)?)?$/i;

/**
 * The names of what a marked element waits for.
 *
 * @param element An element, or what reads one in the text of a page.
 * @example namesIn({ getAttribute: () => 'a optanon-category-C0002-C0004' }, onetrust.markup) // ['C0002', 'C0004']
 */
export function namesIn(
  element: { getAttribute(name: string): string | null | undefined },
  { names, isOne, prefix, separator }: ToolMarkup,
): string[] {
  const text =
    names
      .split(',')
      .map((name) => element.getAttribute(name))
      .find(Boolean) ?? '';
  const words = isOne ? [text] : text.split(/[\s,]+/);
  const own = prefix ? words.filter((word) => word.startsWith(prefix)).map((word) => word.slice(prefix.length)) : words;
  return own.flatMap((word) => (separator ? word.split(separator) : word));
}

const ownValue = (record: Readonly<Record<string, string>> | undefined, name: string) =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

/**
 * What a name of the old tool is here: the id of a service, or the key of a category. The site's own word comes first. A name that
 * nobody has mapped is itself.
 */
export const nameHere = ({ services, categories }: Tool, { names }: Pick<OldTool, 'names'>, name: string): string =>
  ownValue(names, name) ?? ownValue(services, name) ?? ownValue(categories, name) ?? name;

/** Whether a service is what a name stands for. */
export const isService = (service: Service, name: string): boolean => service.id === name || service.name === name;
