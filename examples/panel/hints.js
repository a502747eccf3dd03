const refuse = ['Press “Reject all”.', 'The question goes, a record appears below, and no request is made.'];

/** What to try on each example: what to do, and what is to be seen. */
const hints = {
  'marketing-site': [
    refuse,
    [
      '“Forget me”, then “Accept all”.',
      'The update stands in the dataLayer before the tag; the tag is loaded once, and its cookies appear. On the product page the film plays.',
    ],
    [
      'Change your mind.',
      'Switch Analytics off in the privacy settings: its cookies go at once, and the next page asks nothing of Google Analytics.',
    ],
  ],
  'spa-react': [
    refuse,
    [
      '“Forget me”, then “Accept all”.',
      'No tag, no dataLayer: the app’s own code waited, and now sends one request for each screen.',
    ],
    ['Open Credits.', 'The payment provider’s script is necessary: it loads on that screen, whatever you have chosen.'],
  ],
  'vue-app': [
    refuse,
    [
      '“Forget me”, then “Accept all”.',
      'The update stands in the dataLayer before Google’s tag, and the film is in the page: the app puts it there only now.',
    ],
    [
      'Change your mind.',
      'Switch both off in the privacy settings: the cookies go, and the film leaves the page without a reload.',
    ],
  ],
  'next-app': [
    refuse,
    [
      '“Forget me”, then “Accept all”.',
      'The update stands in the dataLayer before Google’s tag. Each train has a film, which the app puts in only now.',
    ],
    [
      'Change your mind on a train’s page.',
      'Switch both off in the privacy settings: the cookies go, and the film leaves the page without a reload.',
    ],
  ],
  embeds: [
    [
      'Look at the frames.',
      'Each says whom the browser would contact. The last one’s host is in no list, so the card names the host.',
    ],
    ['“Load once” on the film.', 'One request, and no record appears. The other frames wait on.'],
    [
      '“Always allow” on the map, then “Privacy settings” at the end of the page.',
      'Map, calendar and form load together, and a record appears. Switch “Functional” off, and their cards are back.',
    ],
  ],
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
  // The page of "Write my snippet".
  snippet: [
    ['Look at the question.', 'It asks what your snippet declares, in the words and the place you chose.'],
    ['Press “Accept all”.', 'What was held is released, and the page names each category that you may use.'],
    ['“Forget me”.', 'The page is as a new visitor sees it.'],
  ],
};

export const hintsFor = (site) => hints[site] ?? [];
