import type { Options } from './types.js';

/** Whether the options hold something that only the rules' chunk does, on each page: the record then never says that they were checked. */
export const needsRules = ({ perService, markup }: Options): unknown => perService ?? markup;

/** The same before the first answer, when there may be one of another tool to take over. */
export const needsRulesToAsk = (options: Options): unknown => needsRules(options) ?? options.importFrom;
