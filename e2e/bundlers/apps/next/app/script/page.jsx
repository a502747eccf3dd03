import Script from 'next/script';
import { Start } from '../start.jsx';

export default function Page() {
  return (
    <main>
      <h1>Scripts</h1>
      <Start />
      <Script strategy="lazyOnload" type="text/plain" data-consent="analytics" src="https://tags.example.net/next.js" />
      <Script id="inline" type="text/plain" data-consent="analytics">
        {"(window.ran = window.ran || []).push('inline')"}
      </Script>
    </main>
  );
}
