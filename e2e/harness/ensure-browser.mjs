// Finds or gets a Chromium; where there is none to be had, says so in one sentence.
import ensureBrowser from './browser.mjs';

try {
  ensureBrowser();
} catch ({ message }) {
  console.error(message);
  process.exitCode = 1;
}
