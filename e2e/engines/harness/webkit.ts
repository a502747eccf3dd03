import { setTimeout as sleep } from 'node:timers/promises';
import webdriver, { type WebDriver } from 'selenium-webdriver';
import { SITE_HOSTS } from '../../harness/server.mjs';
import type { Engine, Key, LaunchOptions, Profile, Tab } from './engine.js';
import { find, standsStill } from './find.js';
import { webkitPaths } from './installed.js';
import { startWebProxy } from './web-proxy.js';
import { startDriver } from './webkit-driver.js';

const { Builder, Capabilities, Key: Keys } = webdriver;
/** Milliseconds until a session that was asked for is given up. */
const SESSION_MS = 15_000;
/** Milliseconds until a page has to be loaded. */
const LOAD_MS = 10_000;
const KEYS: Record<Key, string> = { Tab: Keys.TAB, Enter: Keys.ENTER, Escape: Keys.ESCAPE, Space: Keys.SPACE };

/** What makes a browser forget all that a site has stored. */
const FORGET = { headers: { 'clear-site-data': '"cache", "cookies", "storage"' } };

/** WebKitGTK by its WebDriver. It has no contexts, and takes seconds to start: one browser is emptied after each profile. */
export async function startWebKit({ server }: LaunchOptions): Promise<Engine> {
  const proxy = await startWebProxy(server.port);
  let process = await startDriver();

  const askForSession = () =>
    new Builder()
      .disableEnvironmentOverrides()
      .usingServer(process.url)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          acceptInsecureCerts: true,
          'webkitgtk:browserOptions': {
            binary: webkitPaths.browser(),
            // With the standard `proxy` capability it speaks TLS to the proxy itself.
            args: ['--automation', `--proxy=http://127.0.0.1:${proxy.port}`],
          },
        }),
      )
      .build();

  /**
   * On a busy machine the driver now and then waits for a browser that never calls back, or has ended with the session
   * before: a new driver helps.
   */
  const newSession = async (): Promise<WebDriver> => {
    for (let tries = 1; ; tries += 1) {
      const driver = await Promise.race([askForSession().catch(() => undefined), sleep(SESSION_MS)]);
      if (driver) return driver;
      if (tries === 3) throw new Error(`WebKitWebDriver gave no session within ${SESSION_MS} ms, three times`);
      process.stop();
      process = await startDriver();
    }
  };

  /** Closes all tabs but one, and makes it forget what the site's pages have stored. */
  const empty = async (driver: WebDriver) => {
    const [first = '', ...others] = await driver.getAllWindowHandles();
    for (const handle of others) {
      await driver.switchTo().window(handle);
      await driver.close();
    }
    await driver.switchTo().window(first);
    for (const host of SITE_HOSTS.filter((each) => server.hosts.has(each))) {
      const address = `https://${host}/forget`;
      server.reply(address, FORGET);
      await driver.get(address);
      const left = await driver.executeScript(
        'return localStorage.length + sessionStorage.length + document.cookie.length',
      );
      if (left) throw new Error(`${host} still has ${left} entries`);
    }
  };

  const asked = await newSession();
  const version = `${await asked.getCapabilities().then((all) => all.get('browserVersion'))}`;
  let waiting: WebDriver | undefined = asked;

  return {
    version: `WebKitGTK/${version}`,
    async newProfile() {
      const driver = waiting ?? (await newSession());
      waiting = undefined;
      return webkitProfile(driver, async () => {
        try {
          await empty(driver);
          waiting = driver;
        } catch {
          // A page may have ended it, or may not let go.
          await driver.quit().catch(() => {});
        }
      });
    },
    async close() {
      await waiting?.quit();
      process.stop();
      await proxy.close();
    },
  };
}

function webkitProfile(driver: WebDriver, close: () => Promise<void>): Profile {
  let tabs = 0;
  return {
    async newTab({ javaScript = true } = {}) {
      if (!javaScript) throw new Error('WebKitWebDriver cannot switch JavaScript off');
      tabs += 1;
      // A session begins with one window.
      if (tabs > 1) await driver.switchTo().newWindow('tab');
      return webkitTab(driver, await driver.getWindowHandle());
    },
    close,
  };
}

function webkitTab(driver: WebDriver, handle: string): Tab {
  /** WebDriver talks to one window at a time. */
  const here = async () => {
    await driver.switchTo().window(handle);
    return driver;
  };
  /** The driver says that a page is there a little before its modules have run. */
  const loaded = () =>
    driver.wait(() => driver.executeScript('return document.readyState === "complete"'), LOAD_MS, undefined, 20);
  const tab: Tab = {
    async open(url) {
      await (await here()).get(url);
      await loaded();
    },
    async reload() {
      await (await here()).navigate().refresh();
      await loaded();
    },
    back: async () => (await here()).navigate().back(),
    evaluate: async (run, ...args) => (await here()).executeScript(run as never, ...args),
    async click(path) {
      await standsStill(tab, path);
      const element = await driver.executeScript<webdriver.WebElement>(find as never, path);
      await element.click();
    },
    async press(key) {
      await (await here()).actions().sendKeys(KEYS[key]).perform();
    },
    cookies: async () => (await (await here()).manage().getCookies()).map(({ name }) => name).sort(),
    cookieJar: async () =>
      (await (await here()).manage().getCookies()).map(
        ({ name, domain = '', path = '/', expiry, httpOnly = false, secure = false }) => ({
          name,
          domain,
          path,
          ...(expiry && { expires: Number(expiry) * 1000 }),
          httpOnly,
          secure,
        }),
      ),
    clearCookies: async () => (await here()).manage().deleteAllCookies(),
    close: async () => (await here()).close(),
  };
  return tab;
}
