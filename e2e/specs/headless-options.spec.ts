import { heldFile } from '../harness/tags.js';
import { expect, test } from '../harness/test.js';

/** A page with the script tag that draws the question itself, as docs/look.md says, and passes the JSON of the page. */

const OWN = `<main></main><div id="own" hidden><p></p><button id="accept"></button></div>
  <script type="module">
    import { onQuestion } from '/askfirst/askfirst-headless.js';
    const json = document.querySelector('[data-askfirst-config]');
    onQuestion(window.askfirst, json ? JSON.parse(json.textContent) : {}, (question) => {
      own.hidden = !question;
      own.firstElementChild.textContent = question && [question.texts.ask, question.texts.serviceCount, question.policyUrl].join(' ');
      accept.onclick = question?.accept;
    });
  </script>`;
const NAMES = 'data-controller="Shop Example Ltd" data-policy-url="/privacy/" data-categories="functional"';

test('a question of the page names who asks and for what, in attributes or JSON', async ({ page, visit, said }) => {
  const services = [{ ga4: 'G-TEST1' }];
  for (const { attributes, config } of [
    { attributes: `${NAMES} data-ga4="G-TEST1" data-layout="none"` },
    { attributes: NAMES, config: { services, ui: { layout: 'none' } } },
  ]) {
    await visit({ attributes, ...(config && { config }), head: heldFile('stats.js'), body: OWN });
    const question = page.locator('#own');
    await expect(question).toContainText('Shop Example Ltd would like to use optional cookies');
    await expect(question).toContainText('Analytics, Functional');
    await expect(question).toContainText('Services involved: 1 /privacy/');
    await question.locator('button').click();
    await expect(question).toBeHidden();
    await page.evaluate(() => localStorage.clear());
  }
  expect(said.messages).toEqual([]);
});
