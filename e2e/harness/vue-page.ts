import { type ConsentManager, createConsent } from 'askfirst';
import { googleAnalytics } from 'askfirst/services';
import { ConsentFrame, ConsentGate, useConsent, useConsentState } from 'askfirst/vue';
import { defineComponent, h, onMounted, onUnmounted } from 'vue';

/** A page of a Vue app. It is rendered on a server, in a spec, and in the browser. */

export const siteConsent = () =>
  createConsent({
    controller: { name: 'Shop' },
    services: [googleAnalytics('G-TEST1')],
    categories: { marketing: {} },
  });

const words = (granted: boolean) => (granted ? 'yes' : 'no');

const Answers = defineComponent(() => {
  const state = useConsentState();
  const measured = useConsent('analytics');
  return () => h('output', { id: 'answers' }, `measured: ${words(measured.value)}, asked for: ${state.value.due}`);
});

/** `start`: consent that the page itself begins to ask for, until it is gone. */
export const Page = defineComponent(
  ({ start }: { start?: ConsentManager }) => {
    let stop: (() => void) | undefined;
    onMounted(() => {
      stop = start?.start();
    });
    onUnmounted(() => stop?.());
    return () => [
      h('h1', 'A page of a shop'),
      h(Answers),
      h(
        ConsentGate,
        { category: 'marketing' },
        {
          default: () => [h('p', { id: 'offers' }, 'Offers for you')],
          fallback: () => [h('p', { id: 'plain' }, 'Our shop')],
        },
      ),
      h(ConsentFrame, {
        category: 'marketing',
        title: 'Film about the shop',
        src: 'https://tags.example.net/film.html',
        referrerpolicy: 'no-referrer',
        class: 'film',
      }),
    ];
  },
  { props: ['start'] },
);
