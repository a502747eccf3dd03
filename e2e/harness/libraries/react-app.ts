import * as React from 'react';
import { hydrateRoot } from 'react-dom/client';
import { shopOf } from './react-shop.js';
import { viewAt } from './shop.js';

/** A large app takes the page over late: when the question is there, or what was held, or neither after a second. */
const latest = Date.now() + 1000;
function whenTouched() {
  if (!document.querySelector('askfirst-ui, iframe[src]') && Date.now() < latest)
    return requestAnimationFrame(whenTouched);
  const root = document.getElementById('root');
  const shop = shopOf(React)({ view: viewAt(location.pathname), whole: !root });
  return hydrateRoot(root ?? document, shop);
}
whenTouched();
