import type { Locale, Regime, Service } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { all as known } from '@askfirst/data/services/all';
import { usualSignals } from '../policy/categories.js';
import type { Reading } from '../policy/read-options.js';
import { resolveRegime } from '../policy/regime.js';
import type { Category, ConsentModeOptions, GoogleSignal, Options } from '../policy/types.js';
import { withFacts } from '../policy/with-facts.js';
import { type Finding, finding } from './codes.js';

/** The subdivisions that a law names, and every country: a default for a country reaches all of its subdivisions. */
const placesIn = (code: string): string[] => [
  code,
  ...regimes.flatMap(({ places }: Regime) => places.filter((place) => place.startsWith(`${code}-`))),
];

/** Whether the law of a place, or the owner, asks before a signal may be granted. */
function asksFor(signal: string, place: string, asked: Options['regimes']): boolean {
  const { rules } = resolveRegime(place, asked);
  const key = Object.keys(usualSignals).find((each) => usualSignals[each]?.includes(signal as GoogleSignal)) ?? '';
  return key !== 'necessary' && (rules[key] ?? rules.others ?? 'ask') === 'ask';
}

/** Regional defaults that are a yes in a place where somebody has to be asked. */
function lintDefaults({ consentMode, regimes: asked }: Options): Finding[] {
  const { mode, regions = [] } = (consentMode || {}) as ConsentModeOptions;
  const early = regions.flatMap(({ region, ...signals }) =>
    Object.entries(signals)
      .filter(([, value]) => value === 'granted')
      .flatMap(([signal]) => {
        const places = region.flatMap(placesIn).filter((place) => asksFor(signal, place, asked));
        return places.length
          ? [finding('granted-early', `${signal} in ${places.join(', ')}`, 'consentMode.regions')]
          : [];
      }),
  );
  return mode === 'advanced' ? [...early, finding('pings-early', undefined, 'consentMode.mode')] : early;
}

/** What a category says about itself. */
function lintCategory(
  { key, label, description, gpc, services, signals }: Category,
  own: Locale['categories'] | undefined,
) {
  const path = `category "${key}"`;
  const words = {
    ...own?.[key as keyof Locale['categories']],
    ...(label && { label }),
    ...(description && { description }),
  };
  const advertises = signals.some((signal) => signal.startsWith('ad_'));
  return [
    ...(advertises && !gpc ? [finding('gpc-ignored', key, path)] : []),
    ...(!usualSignals[key] && !(words.label && words.description) ? [finding('unexplained-purpose', key, path)] : []),
    ...(services.length ? [] : [finding('no-service', key, path)]),
  ];
}

/** Whether somebody knows what a service stores: who declares it, or the catalogue. A frame of another host stores in its own origin. */
const isStoreKnown = ({ id, script, hosts = [], stores }: Service): boolean =>
  !!stores || !!known[id] || (!script && !!hosts[0] && !hosts.some((each) => each.startsWith('/')));

function lintService(each: Service, withdrawal: Options['withdrawal']): Finding[] {
  const service = withFacts(each, known[each.id]);
  const path = `service "${service.id}"`;
  const runsOn = ![service.category].flat().includes('necessary') && !!service.script && !service.stopsLive;
  return [
    ...(isStoreKnown(service) ? [] : [finding('undeclared-stores', service.name, path)]),
    ...(runsOn && (withdrawal ?? 'signal') === 'signal' ? [finding('runs-on', service.name, path)] : []),
  ];
}

/** What a site says about itself, its categories and its services. Of what is invalid nothing is said. */
export function lintDeclaration({ options, categories }: Reading): Finding[] {
  const { controller, policy, services = [], withdrawal, ui } = options;
  const asked = categories.slice(1);
  return [
    ...services.flatMap((each) => lintService(each, withdrawal)),
    ...asked.filter(({ isInvalid }) => !isInvalid).flatMap((each) => lintCategory(each, ui?.texts?.categories)),
    ...(asked.length && !policy?.url ? [finding('no-policy')] : []),
    ...(asked.length && !controller?.name ? [finding('no-controller')] : []),
    ...(asked.length ? lintDefaults(options) : []),
  ];
}
