import { ROWS, serveShop } from '../harness/libraries/table.js';
import { walk } from '../harness/libraries/walk.js';
import { test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** One for each way to go on: another body, a merge, an app that takes the document over, a translator. */
const ONE_OF_EACH = ['Turbo', 'morphdom', "React 19 takes over the whole document of the server's", 'Google Translate'];

/** Real copies of what other people's pages are built with; each walks the whole flow once. */
test.describe('asked, answered, changed and withdrawn, over several views, with', () => {
  // One test walks what would be ten tests elsewhere.
  test.slow();
  for (const row of ROWS)
    test(row.name, { tag: wholeIf(!ONE_OF_EACH.includes(row.name)) }, async ({ page, server, said }) => {
      await serveShop(server, row);
      await walk(row, page, server, said);
    });
});
