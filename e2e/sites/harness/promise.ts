import { type EngineName, type Profile, type Server, SITE, type Tab, test } from '../../engines/harness/test.js';
import { WHOLE } from '../../harness/whole.js';
import { type Edit, expectCaught, type Lie, mountSite, toldLies } from './planted.js';

/** One visitor on one site, with a browser that remembers nothing. */
export interface Visit {
  tab: Tab;
  profile: Profile;
  server: Server;
  engineName: EngineName;
  /** Opens a page of the site. */
  open: (path?: string, tab?: Tab) => Promise<void>;
  /** Changes the pages from here on: conditions of the visit, not lies. */
  edit: (edit: Edit) => void;
}

type Keep = (visit: Visit) => Promise<void>;
type Fixtures = Pick<Visit, 'tab' | 'profile' | 'server' | 'engineName'>;

interface PromiseOptions {
  /** About consent, so all engines have to show it: one promise of each site in every run, the rest with ASKFIRST_SITES=all. */
  consent?: boolean | 'every run';
  /** In Chromium an audit sees it, and is told the lies: see `visitsOf`. */
  isAudited?: boolean;
  lies?: Lie[];
}

/**
 * Makes the tests of one site. Each promise is a function of a visit: it has to hold on the site as it is, and to fail with
 * each lie planted in it. Chromium is told the lies; Firefox and WebKit have to see the promises about consent kept.
 *
 * @param name Who promises.
 * @param site The example that keeps the promises.
 * @example
 * const promise = promisesOf('FactoryOps AI', 'marketing-site');
 * promise('no cookie before a choice', { consent: true, lies: [scriptCookie] }, async ({ tab, open }) => {
 *   await open();
 *   expect(await jar(tab)).toEqual([]);
 * });
 */
export function promisesOf(name: string, site: string) {
  const begin = (fixtures: Fixtures, lie?: Lie): Visit => {
    const edits: Edit[] = [];
    mountSite(fixtures.server, site, edits, lie);
    return {
      ...fixtures,
      open: (path = '', tab = fixtures.tab) => tab.open(`${SITE}/${path}`),
      edit: (edit) => void edits.push(edit),
    };
  };

  return (title: string, { consent, isAudited, lies = [] }: PromiseOptions, keep: Keep) =>
    test.describe(`${name}: ${title}`, () => {
      const everywhere = consent === 'every run' || (consent && process.env.ASKFIRST_SITES === 'all');
      const tag = [...(everywhere ? ['@consent'] : []), ...(isAudited ? ['@audited'] : [])];
      test('kept', { tag }, ({ tab, profile, server, engineName }) =>
        keep(begin({ tab, profile, server, engineName })),
      );
      for (const lie of toldLies(lies))
        test(`broken by ${lie.name}`, { tag: WHOLE }, ({ tab, profile, server, engineName }) =>
          expectCaught(lie, keep(begin({ tab, profile, server, engineName }, lie))),
        );
    });
}
