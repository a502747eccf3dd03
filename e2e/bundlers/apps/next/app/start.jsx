'use client';

import { consent } from '../../react/consent.js';

// As early as an app can: what a returning visitor has allowed is known before React takes the page over.
consent.start();

export const Start = () => null;
