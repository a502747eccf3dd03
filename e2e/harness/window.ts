import type { ConsentManager } from 'askfirst';
import type { ProblemReport, WithdrawalReport } from './reports.js';

/** What the pages under test, the models of Google's tags and the specs themselves keep on `window`. */
declare global {
  interface Window {
    /** What an error event said, where a spec listens. */
    loops: string[];
    askfirst: ConsentManager;
    dataLayer: (IArguments | unknown[] | Record<string, unknown>)[];
    gtag: (...command: unknown[]) => void;
    gtagLoads: string[];
    gtmTriggers: { event: string; analytics?: string }[];
    /** The tags of the container, with the consent that each requires. */
    gtmTags: { needs: string[]; src: string }[];
    /** Which tags ran, in order. */
    ran: string[];
    /** What callers on the page heard. */
    heard: unknown[];
    stopHearing: () => void;
    stopConsent: () => void;
    /** Consent made by an app, once or several times. */
    consents: ConsentManager[];
    reports: { problem: ProblemReport[]; withdrawal: WithdrawalReport[] };
    /** What a page saw before the core was there. */
    early: unknown[];
    stub: ConsentManager;
    lengthAtTag: number;
    reportViolation: (violation: string) => void;
    /** The page's own app has taken the server's markup over. */
    alive: boolean;
    Turbo: { session: { refresh: (url: string) => void } };
    axe: { run(context: object, options: object): Promise<{ violations: unknown[]; incomplete: unknown[] }> };
    sameRegion: Element;
    shift: number;
    /** Where each button of the first layer has been, by its part. */
    places: Record<string, string[]>;
    longest: number;
    clicks: number[];
    clickedAt: number;
    marks: { frame: number; inline: number; bannerGone: boolean };
    [optOutFlag: `ga-disable-${string}`]: boolean | undefined;
  }
}
