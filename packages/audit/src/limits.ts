/** What this method cannot see. Each report begins with it, so that nobody takes a quiet page for a proof. */
export const LIMITS: readonly string[] = [
  'A page that was quiet while it was watched may speak later, in another country, to another browser, or to somebody who has signed in.',
  'What a server does with what it received, and what it passes on to others, cannot be seen from a browser.',
  'Of what browsers send each other directly (WebRTC), only the servers that a page asks for the way are seen.',
  'A vendor behind an address of the site itself is found only where the shape of its requests or scripts is known.',
  'A connection that a page opens in advance and then does not use (preconnect) is seen with a whole Chromium, not with the headless shell.',
  'A question in a closed shadow root, or one that comes later than the visits wait, is not found.',
  'What is named necessary, and whether that is lawful, is a judgement of people: this report says what was sent and stored.',
];
