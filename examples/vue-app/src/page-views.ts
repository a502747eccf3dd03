import { gtag } from 'askfirst/services';
import { ref, watch } from 'vue';

/** This page has sections for routes; with vue-router watch `route.path`. */
const path = ref(location.hash);
addEventListener('hashchange', () => {
  path.value = location.hash;
});

/** Counts what is open, now and at each change. Waits for the answer in this page's memory; after a no it is forgotten. */
export const countPageViews = () =>
  watch(path, (now) => gtag('event', 'page_view', { page_location: location.origin + location.pathname + now }), {
    immediate: true,
  });
