import type { Service, Tool } from '@askfirst/data';
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
