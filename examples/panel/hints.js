const asks = [
  ['Press “Reject all”.', 'The banner goes, a record appears below, and no request is made.'],
  [
    '“Forget me”, then “Accept all”.',
    'The update stands in the dataLayer before the tag; the tag is loaded once, and its cookies appear.',
  ],
  [
    'Change your mind.',
    'Switch Analytics off in the privacy settings: its cookies go at once, and the next page asks nothing of anybody.',
  ],
];
const asksInApp = [
  ['Press “Reject all”.', 'The banner goes, a record appears below, and what has to wait stays away.'],
  ['“Forget me”, then “Accept all”.', 'What waited appears, and was told what is granted before it ran.'],
  ['Change your mind.', 'Open the privacy settings and switch a purpose off: it stops without a reload.'],
];

/** What to try on each example: what to do, and what is to be seen. */
const hints = {
  factorylm: [
    ['Go round the site.', 'No banner, no storage, no request to anybody.'],
    ['Sign in, ask MIRA something.', 'One token appears, in the session storage of this tab alone.'],
    ['Choose a plan.', 'At the checkout, and only there, Stripe’s script is requested. A stand-in answers here.'],
  ],
  ooretz: [
    ['Sign up, without a tick.', 'One session cookie, and in the account no consent to mail.'],
    [
      'Switch product updates on in the account.',
      'The answer and its exact words lie with the account, not in the browser.',
    ],
    ['Sign out.', 'The cookie is gone. The privacy page announces its next version 30 days ahead.'],
  ],
  plantops: [
    ['Go round the site.', 'No banner, nothing stored.'],
    ['Sign in.', 'One cookie of seven days that no script can read: the server names it below.'],
    ['Change the mail switch in the settings, then sign out.', 'The browser stores no answer, and the cookie goes.'],
  ],
  'marketing-site': asks,
};

export const hintsFor = (site) => hints[site] ?? asksInApp;
