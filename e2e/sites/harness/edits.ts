import type { Edit } from './planted.js';

/** First in each page, so before Askfirst. */
export const first =
  (markup: string): Edit =>
  (html) =>
    html.replace('<head>', (tag) => tag + markup);

/** Last in each page's head. */
export const inHead =
  (markup: string): Edit =>
  (html) =>
    html.replace('</head>', (tag) => markup + tag);

/** Last in each page. */
export const inBody =
  (markup: string): Edit =>
  (html) =>
    html.replace('</body>', (tag) => markup + tag);

export const script = (code: string) => `<script>${code}</script>`;

/** Puts something in the place of something else; says so where a page of the example has changed and it is not there. */
export const instead =
  (old: string, by: string, path = ''): Edit =>
  (html, request) => {
    if (!request.url?.startsWith(`/${path}`)) return html;
    if (path && !html.includes(old)) throw new Error(`${path} holds no ${old}`);
    return html.replaceAll(old, () => by);
  };

/** Another header on each page. */
export const header =
  (name: string, value: string): Edit =>
  (html, _, response) => {
    response.setHeader(name, value);
    return html;
  };

/** A minute passes in a second. */
export const fastClock = first(
  script('{ const wait = setTimeout; window.setTimeout = (run, ms, ...rest) => wait(run, ms / 60, ...rest); }'),
);

/** The page's clock begins at another time, and runs on from there. */
export const clockAt =
  (time: () => string): Edit =>
  (html, ...rest) =>
    first(
      script(`{
        const ahead = Date.parse('${time()}') - Date.now();
        const Real = Date;
        window.Date = class extends Real {
          constructor(...args) { if (args.length) super(...args); else super(Real.now() + ahead); }
          static now() { return Real.now() + ahead; }
        };
      }`),
    )(html, ...rest);

/** Keeps what the page says in the console as an error. */
export const recordComplaints = first(
  script(`{
    window.complaints = [];
    const say = console.error;
    console.error = (...words) => { complaints.push(words.join(' ')); say(...words); };
  }`),
);

declare global {
  interface Window {
    complaints: string[];
  }
}
