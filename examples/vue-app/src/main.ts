import { consentKey } from 'askfirst/vue';
import { createApp } from 'vue';
import App from './app.vue';
import { consent } from './consent';
import './site.css';

consent.start();
createApp(App).provide(consentKey, consent).mount('#app');
