import { policyAcceptance } from '/askfirst/askfirst-acceptance.js';
import { NOTICE_DAYS, versions } from './policy-versions.js';

const inWords = (day, dateStyle) => new Date(day).toLocaleDateString('en-GB', { dateStyle, timeZone: 'UTC' });
const today = new Date().toISOString();

function make(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

// Names in the console what breaks the promise of 30 days.
const policy = policyAcceptance({ versions, noticeDays: NOTICE_DAYS });

// California asks that a visitor sees it: 11 CCR 7025(c)(6).
document.querySelector('#gpc').hidden = !navigator.globalPrivacyControl;

const inForce = document.querySelector('#in-force');
inForce.dateTime = policy.current().effectiveAt;
inForce.textContent = inWords(inForce.dateTime, 'long');

const next = policy.upcoming();
if (next) {
  const notice = document.querySelector('#notice');
  notice.textContent = `A new version takes effect on ${inWords(next.effectiveAt, 'long')}: ${next.change}. Until then this one holds.`;
  notice.hidden = false;
}

for (const part of document.querySelectorAll('[data-from]')) part.hidden = today < part.dataset.from;

document.querySelector('#versions').replaceChildren(
  ...versions
    .filter(({ publishedAt }) => publishedAt <= today)
    .map(({ version, publishedAt, effectiveAt, change }) => {
      const row = document.createElement('tr');
      row.append(
        make('th', version),
        make('td', inWords(publishedAt, 'medium')),
        make('td', inWords(effectiveAt, 'medium')),
        make('td', change),
      );
      row.firstChild.scope = 'row';
      return row;
    }),
);
