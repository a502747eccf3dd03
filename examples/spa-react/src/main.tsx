import { ConsentProvider } from 'askfirst/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { resume } from './account/account.js';
import { App } from './app.js';
import { consent } from './consent/consent.js';
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

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <ConsentProvider consent={consent}>
      <App />
    </ConsentProvider>
  </StrictMode>,
);
