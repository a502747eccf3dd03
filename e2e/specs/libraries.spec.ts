import { ROWS, serveShop } from '../harness/libraries/table.js';
import { walk } from '../harness/libraries/walk.js';
import { test } from '../harness/test.js';

/** Real copies of what other people's pages are built with; each walks the whole flow once. */
test.describe('asked, answered, changed and withdrawn, over several views, with', () => {
  // One test walks what would be ten tests elsewhere.
  test.slow();
  for (const row of ROWS)
    test(row.name, async ({ page, server, said }) => {
      await serveShop(server, row);
      await walk(row, page, server, said);
    });
});
