import type { FindingCode } from '../policy/problems.js';

/** Something that makes a question unfair, or its answer worthless. */
export interface Finding {
  /** One of the codes in docs/lint.md. */
  readonly code: FindingCode | 'options';
  /** `error`: a law, an authority or a court has objected to it. `warning`: look at it. */
  readonly severity: 'error' | 'warning';
  /** Where it is, for example `ui.texts.accept` or `service "stats"`. */
  readonly path?: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** The law, the authority or the standard behind it, if there is one. */
  readonly rule?: string;
  /** How to make it right, as a sentence. */
  readonly fix: string;
}

interface Code extends Pick<Finding, 'severity' | 'rule' | 'fix'> {
  /** What it means: a sentence without its full stop. */
  readonly means: string;
}

const SYMMETRY = '4 CCR 904-3, Rule 7.09; 11 CCR 7004';

/** Every code there is. The table in docs/lint.md is made from this one. */
export const codes: Readonly<Record<Finding['code'], Code>> = {
  options: {
    severity: 'error',
    means: 'An option is not valid, so it does not count',
    fix: 'Correct it as the message says.',
  },
  'necessary-tracker': {
    severity: 'error',
    means: 'A known tracker is declared as necessary, so it runs without a yes',
    rule: 'ePrivacy Directive Art. 5(3); EDPB Cookie Banner Taskforce, type I',
    fix: 'Give the service the category analytics or marketing.',
  },
  'loaded-answer': {
    severity: 'error',
    means: 'The yes has words that press, or that agree to nothing they name',
    rule: `${SYMMETRY}; VG Hannover, 10 A 5385/22`,
    fix: 'Say what the button does, as in "Accept all".',
  },
  'loaded-words': {
    severity: 'warning',
    means: 'A text has words that press, by guilt, urgency, praise or a double negative',
    rule: SYMMETRY,
    fix: 'Say the same without them.',
  },
  'uneven-answers': {
    severity: 'warning',
    means: 'One of the two answers has more than twice as many letters as the other',
    rule: SYMMETRY,
    fix: 'Give both the same form, as in "Accept all" and "Reject all".',
  },
  'empty-text': {
    severity: 'error',
    means: 'A text has no letter, so it says nothing',
    rule: 'GDPR Art. 4(11), 7(3)',
    fix: 'Write the text, or leave it out to keep ours.',
  },
  'lost-placeholder': {
    severity: 'error',
    means: 'A text lacks what is filled in, such as who asks, for what, or how many',
    rule: 'GDPR Art. 13; CNIL, Délibération 2020-092',
    fix: 'Put the placeholder where your sentence wants it.',
  },
  'text-contrast': {
    severity: 'error',
    means: 'A text is hard to read, with a contrast below 4.5 : 1',
    rule: 'WCAG 2.2, 1.4.3; EDPB Cookie Banner Taskforce, type E',
    fix: 'Choose colours that are farther apart.',
  },
  'button-edge': {
    severity: 'error',
    means: 'An answer does not stand out as a button, with a contrast to the banner below 3 : 1',
    rule: 'WCAG 2.2, 1.4.11',
    fix: 'Give both answers a background or a border that stands out.',
  },
  'reject-hidden': {
    severity: 'error',
    means: 'The no cannot be seen, and the yes can',
    rule: 'EDPB Cookie Banner Taskforce, type A; 11 CCR 7004',
    fix: 'Style both answers through ::part(button), never one alone.',
  },
  'reject-smaller': {
    severity: 'error',
    means: 'The no is smaller or thinner than the yes',
    rule: SYMMETRY,
    fix: 'Style both answers through ::part(button), never one alone.',
  },
  'reject-paler': {
    severity: 'error',
    means: 'The no stands out less than the yes',
    rule: `EDPB Cookie Banner Taskforce, type D; ${SYMMETRY}`,
    fix: 'Style both answers through ::part(button), never one alone.',
  },
  'answers-styled-apart': {
    severity: 'warning',
    means: 'One answer has a style that the other has not',
    rule: SYMMETRY,
    fix: 'Style both answers through ::part(button), never one alone.',
  },
  'unknown-colour': {
    severity: 'warning',
    means: 'A colour cannot be read without a browser, so nothing is known of its contrast',
    fix: 'Open the page on a local host, where Askfirst measures it, or write the colour as #rrggbb, rgb() or hsl().',
  },
  'no-policy': {
    severity: 'error',
    means: 'The question has no link to a privacy policy',
    rule: 'GDPR Art. 13; CNIL, Délibération 2020-092',
    fix: 'Set policy.url, or data-policy-url.',
  },
  'no-controller': {
    severity: 'error',
    means: 'The question does not say who asks',
    rule: 'GDPR Art. 13(1)(a); CNIL, Délibération 2020-092',
    fix: 'Set controller.name, or data-controller.',
  },
  'granted-early': {
    severity: 'error',
    means: 'Google hears a yes before the visitor has answered, where the law asks first',
    rule: 'CJEU C-673/17 (Planet49); EDPB Cookie Banner Taskforce, type B',
    fix: 'Take the place out of consentMode.regions.',
  },
  'pings-early': {
    severity: 'warning',
    means: 'In advanced mode Google receives requests before the visitor has answered',
    rule: 'ePrivacy Directive Art. 5(3)',
    fix: 'Use consentMode: { mode: "basic" }, or ask whoever advises you on the law.',
  },
  'gpc-ignored': {
    severity: 'error',
    means: 'A category for advertising does not honour Global Privacy Control',
    rule: '11 CCR 7025',
    fix: 'Set gpc: true for the category, or leave gpc out for marketing.',
  },
  'unexplained-purpose': {
    severity: 'warning',
    means: 'A category of your own has no label or no description, so nobody can know what it is for',
    rule: 'GDPR Art. 4(11); CNIL, Délibération 2020-092',
    fix: 'Write its label and description, in categories or in ui.texts.categories.',
  },
  'no-service': {
    severity: 'warning',
    means: 'A category has no service, so visitors are asked without being told about whom',
    rule: 'GDPR Art. 13(1)(e)',
    fix: 'Declare its services, or take the category out.',
  },
  'undeclared-stores': {
    severity: 'warning',
    means: 'A service does not say what it stores and for how long',
    rule: 'GDPR Art. 13(2)(a); CJEU C-673/17 (Planet49)',
    fix: 'List its stores with their lifetimes; stores: [] says that it stores nothing.',
  },
  'runs-on': {
    severity: 'warning',
    means: 'After a withdrawal a script runs on until the visitor leaves the page',
    rule: 'GDPR Art. 7(3)',
    fix: 'Set withdrawal: "reload", handle the report yourself, or declare stopsLive if the script stops by itself.',
  },
  'looser-than-law': {
    severity: 'error',
    means: 'The rules ask for less than the law of the place',
    fix: 'Take the row of the law as it is, or make it stricter.',
  },
  'short-notice': {
    severity: 'error',
    means: 'A version of the policy takes effect sooner than it promises',
    rule: 'your own policy',
    fix: 'Let it take effect later.',
  },
  'no-way-back': {
    severity: 'error',
    means: 'The page has no control by which a visitor can change the answer',
    rule: 'GDPR Art. 7(3); Garante, guidelines on cookies',
    fix: 'Put data-consent-open on a button or link of every page; it may be the one with your own call of open().',
  },
};

/**
 * One finding.
 *
 * @param about What it is about, to follow a colon.
 * @param path Where it is.
 */
export const finding = (code: Finding['code'], about?: string, path?: string): Finding => {
  const { severity, means, rule, fix } = codes[code];
  return {
    code,
    severity,
    ...(path && { path }),
    message: about ? `${means}: ${about}.` : `${means}.`,
    ...(rule && { rule }),
    fix,
  };
};
