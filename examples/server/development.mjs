const LOCAL = /^(?:[\w-]+\.)?localhost(?::\d+)?$/;

const hostOf = ({ headers: { host = '' } }) => host;

/** Adds the watch to pages with a script tag, for whoever works on them on this machine. */
export const withWatch = (html, request) =>
  LOCAL.test(hostOf(request))
    ? html.replace(
        /(<script src="\/askfirst\/askfirst\.js"[^>]*><\/script>)/,
        '$1\n  <script src="/askfirst/askfirst-watch.js"></script>',
      )
    : html;

/**
 * Makes links between the gallery's hosts work at whatever port it has. In the pages they read `//plantops.localhost/`.
 * Where somebody came by another name there are no such hosts: then they lead to the site's folder.
 */
export function withHosts(html, request) {
  const host = hostOf(request);
  const port = host.match(/:\d+$/)?.[0] ?? '';
  return html.replace(/\/\/(?:([\w-]+)\.)?localhost\/(view\/)?/g, (_, site, view) => {
    if (LOCAL.test(host)) return `//${site ? `${site}.` : ''}localhost${port}/${view ?? ''}`;
    if (!site) return '/';
    return view ? `/view/?page=/${site}/` : `/${site}/`;
  });
}
