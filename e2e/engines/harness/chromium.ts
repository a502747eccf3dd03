import { chromium } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { launchOptions } from '../../harness/browser.mjs';
import type { Engine, LaunchOptions } from './engine.js';
import { puppeteerEngine } from './puppeteer.js';

/** Puppeteer, because Playwright switches the back/forward cache off and never activates a prerendered page. */
export async function startChromium({ server, light }: LaunchOptions): Promise<Engine> {
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions(server, { light });
  const browser = await launch({ executablePath, args, defaultViewport: { width: 1280, height: 800 } });
  return puppeteerEngine(browser);
}
