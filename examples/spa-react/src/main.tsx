import { ConsentProvider } from 'askfirst/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { resume } from './account/account.js';
import { App } from './app.js';
import { consent, options } from './consent/consent.js';
import { reportErrors } from './consent/report-errors.js';
import { speakLanguage } from './consent/speak-language.js';
import { trackViews } from './consent/track.js';
import './look/base.css';
import './look/frame.css';
import './look/controls.css';
import './look/screens.css';

reportErrors();
speakLanguage();
trackViews();
resume();
// Says so if the app keeps or asks for something that is not declared.
if (import.meta.env.DEV) import('askfirst/watch').then(({ watch }) => watch(options));

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <ConsentProvider consent={consent}>
      <App />
    </ConsentProvider>
  </StrictMode>,
);
