import * as React from 'react';
import { hydrateRoot } from 'react-dom/client';
import { shopOf } from './react-shop.js';
import { viewAt } from './shop.js';

const root = document.getElementById('root');
const shop = shopOf(React)({ view: viewAt(location.pathname), whole: !root });
hydrateRoot(root ?? document, shop);
