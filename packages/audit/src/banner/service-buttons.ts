import type { Page } from 'playwright-core';
import { patternOf } from './categories.js';
import { type Pressing, press } from './layer.js';

/** Tools whose settings have a button for each service and no switch: what a category lies in, its name, and what allows a service there. */
const TOOLS = [
  // https://github.com/AmauriC/tarteaucitron.js
  {
    group: '[id^="tarteaucitronServicesTitle_"]',
    title: '.tarteaucitronTitle',
    allow: '.tarteaucitronAllow:not([disabled])',
  },
];

/** Allows every service of a category. @returns Whether there was one. */
export async function allowServices(page: Page, category: string, answering?: Pressing): Promise<boolean> {
  const pattern = await patternOf(category);
  let isFirst = true;
  for (const { group, title, allow } of TOOLS)
    for (const each of await page.$$(group)) {
      const about = await each.evaluate((all, part) => `${all.id} ${all.querySelector(part)?.textContent}`, title);
      if (!pattern.test(about)) continue;
      for (const button of await each.$$(`${allow} >> visible=true`)) {
        await press(button, 'button', isFirst ? answering : undefined);
        isFirst = false;
      }
    }
  return !isFirst;
}
