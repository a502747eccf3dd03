import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Privacy' };

export default function Privacy() {
  return (
    <article>
      <h1>Privacy</h1>
      <p>
        This journal works without knowing you. Two things wait for your yes: counting visits with Google Analytics, and
        films, which come from YouTube. Your answer is kept in your browser. You can change it here:
      </p>
      <consent-preferences></consent-preferences>
      <h2>What is stored in your browser</h2>
      <consent-declaration></consent-declaration>
    </article>
  );
}
