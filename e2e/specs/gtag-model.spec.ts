import { expect, SITE, test } from '../harness/test.js';

const COLLECT = 'www.google-analytics.com/g/collect';

test.describe('the model of gtag.js that these specs rely on', () => {
  const tag = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST1"></script>';
  const own = (consentLine: string) => `<!doctype html><title>Model</title><script>
    window.dataLayer = []; function gtag() { dataLayer.push(arguments); }
    ${consentLine} gtag('js', new Date()); gtag('config', 'G-TEST1');</script>${tag}`;
  const cases: [string, string, string | null][] = [
    ['nothing said is granted', '', null],
    [
      'a default is obeyed',
      `gtag('consent', 'default', { analytics_storage: 'denied', ad_storage: 'denied' });`,
      'G100',
    ],
    ['an array is ignored', `dataLayer.push(['consent', 'default', { analytics_storage: 'denied' }]);`, null],
    ['four arguments are ignored', `gtag('consent', 'default', { analytics_storage: 'denied' }, 1);`, null],
  ];
  for (const [promise, line, gcs] of cases) {
    test(promise, async ({ page, server, context, said }) => {
      void said;
      server.page('/model/', own(line));
      await page.goto(`${SITE}/model/`);
      await expect.poll(() => server.requests(COLLECT).length).toBe(1);
      expect(new URLSearchParams(server.requests(COLLECT)[0]?.split('?')[1]).get('gcs')).toBe(gcs);
      const cookies = (await context.cookies()).map(({ name, domain }) => `${name} ${domain}`).sort();
      expect(cookies).toEqual(gcs ? [] : ['_ga .example.com', '_ga_TEST1 .example.com']);
    });
  }
});
