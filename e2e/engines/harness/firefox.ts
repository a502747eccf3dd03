import { launch } from 'puppeteer-core';
import type { Engine, LaunchOptions } from './engine.js';
import { firefoxPath } from './installed.js';
import { puppeteerEngine } from './puppeteer.js';
import { startWebProxy } from './web-proxy.js';

export async function startFirefox({ server, gpc }: LaunchOptions): Promise<Engine> {
  const proxy = await startWebProxy(server.port);
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'privacy.globalprivacycontrol.enabled': gpc,
      // Would start processes that no test uses.
      'dom.ipc.processPrelaunch.enabled': false,
    },
  });
  return puppeteerEngine(browser, proxy.close);
}
