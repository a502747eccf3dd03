import 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'consent-preferences': { class?: string };
      'consent-declaration': { class?: string };
    }
  }
}
