import { basename } from 'node:path';
import type { Service, Tool } from '@askfirst/data';
import { tools } from '@askfirst/data/tools';
import { toolIds } from '@askfirst/data/tools/ids';
import { namesIn, RUNS } from '../policy/old-tools.js';
import type { Output } from './output.js';
import { type Page, readPages } from './pages.js';
import { type Vendor, vendorsIn } from './vendors.js';

/** Tags of a tool that the browser runs all the same, and names that have no category here. */
interface Markup {
  readonly names: readonly string[];
  readonly runnable: readonly string[];
}

// It stops at any "<" outside quotes, so that it reads a file once, whatever is in it.
const TAG = /<(script|iframe|img|link|template|video|audio|embed|object)\b(?:"[^"]*"|'[^']*'|[^'"<>])*/gi;
/** The value of an attribute in HTML, where it may have no quotes, or in JSX. */
const attributeOf = (tag: string, name: string) =>
  new RegExp(`\\s${name}\\s*=[\\s{]*(?:"([^"]*)|'([^']*)|\`([^\`]*)|([^\\s"'\`}>]*))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined)
    ?.trim();

/** What the tool's own attributes say in the pages. */
function markupIn(pages: readonly Page[], { markup, categories }: Tool): Markup {
  const names = new Set<string>();
  const runnable: string[] = [];
  if (!markup) return { names: [], runnable };
  for (const { path, text } of pages)
    for (const [tag, element = ''] of text.matchAll(TAG)) {
      const getAttribute = (name: string) => attributeOf(tag, name === 'class' ? 'class(?:Name)?' : name);
      const own = namesIn({ getAttribute }, markup);
      for (const name of own.filter(Boolean)) if (!Object.hasOwn(categories, name)) names.add(name);
      if (own[0] && element.toLowerCase() === 'script' && RUNS.test(attributeOf(tag, 'type') ?? ''))
        runnable.push(path);
    }
  return { names: [...names], runnable: [...new Set(runnable)] };
}

async function toolsIn(pages: readonly Page[]) {
  const rows = await Promise.all(toolIds.map(async (id) => (await tools[id]?.())?.tool));
  return rows.flatMap((tool) => {
    const mark = tool?.recognise.find((part) => pages.some(({ text }) => text.includes(part)));
    const page = mark && pages.find(({ text }) => text.includes(mark));
    return tool && page ? [{ tool, mark, page: page.path }] : [];
  });
}

const serviceOf = ({ service, tagId }: Vendor): object =>
  tagId ? { [(service as Service).id]: tagId } : { id: service?.id, category: service?.category };

const listOf = (lines: readonly string[]) => lines.map((line) => `  - ${line}\n`).join('');

/** `askfirst migrate`: says what the pages use, and prints the options for it. */
export async function migrate(path: string, output: Output): Promise<number> {
  const pages = readPages(path);
  const found = await toolsIn(pages);
  const vendors = vendorsIn(pages);
  if (!found[0] && !vendors[0]) {
    output.complain(`${basename(path)}: no consent tool and no known vendor in ${pages.length} files.\n`);
    return 1;
  }
  const inCatalogue = vendors.filter(({ service }) => service);
  const markups = found.map(({ tool }) => ({ tool, ...markupIn(pages, tool) }));
  const idsOf = (rows: readonly { tool: Tool }[]) => rows.map(({ tool }) => tool.id);
  const marked = idsOf(markups.filter(({ tool }) => tool.markup));
  const timed = idsOf(found.filter(({ tool }) => tool.stored?.hasTime));
  const one = (ids: readonly string[]) => (ids[1] ? ids : ids[0]);
  const options = {
    services: inCatalogue.map(serviceOf),
    ...(marked[0] && { markup: one(marked) }),
    ...(timed[0] && { importFrom: one(timed) }),
  };
  const decide = [
    'who asks, and where the policy is: "controller" and "policy"',
    ...inCatalogue
      .filter(({ isShared }) => isShared)
      .map(({ service, host }) => `whether it is ${service?.name}: other services use ${host}, too`),
    ...inCatalogue
      .filter(({ service, tagId }) => /^(ga4|gtm)$/.test(service?.id ?? '') && !tagId)
      .map(({ service }) => `the id of ${service?.name}: none was found in the pages`),
    'for each service, whether its category is right for what the site uses it for',
    ...(inCatalogue[0]
      ? [
          'for each service, what holds its tag, since declaring it does not: type="text/plain" data-consent="…", or a tagId in place of the vendor\'s snippet',
        ]
      : []),
    ...vendors
      .filter(({ service }) => !service)
      .map(
        ({ name, host }) =>
          `${name} (${host}): no entry in the catalogue, so declare it with name, provider, category and stores`,
      ),
    ...markups
      .filter(({ names }) => names[0])
      .map(
        ({ tool, names }) =>
          `what ${tool.name} calls ${names.map((name) => `"${name}"`).join(', ')}: say under "names" which category or service each is`,
      ),
    ...markups
      .filter(({ runnable }) => runnable[0])
      .map(
        ({ tool, runnable }) =>
          `tags marked for ${tool.name} that run without it: add type="text/plain" (${runnable.join(', ')})`,
      ),
    ...found
      .filter(({ tool }) => tool.stored && !tool.stored.hasTime)
      .map(
        ({ tool }) =>
          `${tool.name} stores no time: to take its answers over, say since when its question has been what it is: "importFrom": { "tool": "${tool.id}", "since": "YYYY-MM-DD" }`,
      ),
    ...found.map(({ tool }) => `when to remove ${tool.name} itself: two tools would ask twice`),
  ];
  output.print(
    [
      found[0]
        ? `Consent tools:\n${listOf(found.map(({ tool, mark, page }) => `${tool.name}: "${mark}" in ${page}`))}`
        : 'Consent tools: none that is known.\n',
      vendors[0]
        ? `Vendors:\n${listOf(vendors.map(({ name, host, page }) => `${name}: ${host} in ${page}`))}`
        : 'Vendors: none that is known.\n',
      `Options, for <script type="application/json" data-askfirst-config>:\n${JSON.stringify(options, null, 2)}\n`,
      `Still to decide:\n${listOf(decide)}`,
    ].join('\n'),
  );
  return 0;
}
