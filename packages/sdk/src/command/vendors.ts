import type { Service } from '@askfirst/data';
import { all } from '@askfirst/data/services/all';
import { cores } from '@askfirst/data/services/cores';
import { tags } from '@askfirst/data/services/tags';
import { trackers } from '@askfirst/data/trackers';
import { isHost } from '../policy/declared.js';
import type { Page } from './pages.js';

/** A vendor whose address stands in the pages. */
export interface Vendor {
  readonly name: string;
  readonly host: string;
  /** Where it was found first. */
  readonly page: string;
  /** The row of the catalogue, if there is one. */
  readonly service?: Service;
  /** The vendor's id of the site, where a service can be given by it alone. */
  readonly tagId?: string;
  /** Other services of the catalogue use the same host. */
  readonly isShared?: boolean;
}

const ADDRESS = /(?:https?:)?\/\/((?:[a-z\d-]+\.)+[a-z]{2,})(\/[^\s"'<>)]*)?/gi;
const known = Object.values(all).filter((each): each is Service => !!each);

/** Whether an address is that of a service's script: several come from one host. */
const isScriptOf = ({ id }: Service, host: string, path: string): boolean => {
  const script = cores[id]?.script;
  const own = script && new URL(script);
  return !!own && own.host === host && path.startsWith(own.pathname);
};

function tagIdIn(pages: readonly Page[], id: string): string | undefined {
  const pattern = cores[id] && tags[id]?.id?.pattern.source.replace(/^\^|\$$/g, '').replace('\\w+', '[A-Z0-9]{4,}');
  // In an address or in quotes: in a sentence `G-SHOCK` is a watch.
  const found = pattern && new RegExp(`[='"\`/](${pattern})\\b`);
  return found ? pages.map(({ text }) => found.exec(text)?.[1]).find(Boolean) : undefined;
}

/** The vendors whose addresses stand in the pages, each once. */
export function vendorsIn(pages: readonly Page[]): Vendor[] {
  const found = new Map<string, Vendor>();
  for (const { path: page, text } of pages)
    for (const [, address = '', path = ''] of text.matchAll(ADDRESS)) {
      const host = address.toLowerCase();
      const at = { hostname: host, port: '', pathname: path };
      const users = known.filter((each) => isHost(each.hosts, at));
      const sure = users.filter((each) => isScriptOf(each, host, path));
      const services = sure[0] ? sure : users.filter(({ id }) => !cores[id] || users.length === 1);
      for (const service of services) {
        if (found.has(service.id)) continue;
        const tagId = tagIdIn(pages, service.id);
        const isShared = !sure[0] && users.length > 1;
        found.set(service.id, { name: service.name, host, page, service, isShared, ...(tagId && { tagId }) });
      }
      const tracker = services[0] ? undefined : trackers.find(({ hosts }) => isHost(hosts, at));
      if (tracker && !found.has(tracker.name)) found.set(tracker.name, { name: tracker.name, host, page });
    }
  return [...found.values()];
}
