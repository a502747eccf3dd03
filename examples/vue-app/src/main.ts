import { consentKey } from 'askfirst/vue';
import { createApp } from 'vue';
import App from './app.vue';
import { consent } from './consent';
import { countPageViews } from './page-views';
import './site.css';

consent.start();
countPageViews();
createApp(App).provide(consentKey, consent).mount('#app');
