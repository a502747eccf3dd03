import { createConsent } from 'askfirst';
import { googleAnalytics } from 'askfirst/services';

const consent = createConsent({
  controller: { name: 'Shop Example Ltd' },
  policy: { url: '/privacy/', version: '2026-06-22' },
  services: [
    googleAnalytics('G-TEST1'),
    {
      id: 'heat',
      name: 'Heat maps',
      provider: 'Example Ltd',
      category: 'marketing',
      stores: [{ name: '_heat', kind: 'cookie', lifetime: [13, 'month'] }],
      script: 'https://tags.example.net/heat.js',
    },
  ],
});

window.heard = [];
consent.on('analytics', (granted) => window.heard.push(granted));
consent.when('marketing').then(() => {
  document.cookie = '_heat=1; path=/';
});
document.querySelector('#withdraw').addEventListener('click', () => consent.withdraw());
consent.start();
