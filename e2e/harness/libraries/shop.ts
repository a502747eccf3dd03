/** The site that every library of the table shows: three views with the same kinds of held elements. */
export const VIEWS = ['One', 'Two', 'Three'];
export const pathOf = (view: string): string => `/${view.toLowerCase()}/`;
export const viewAt = (path: string): string => VIEWS.find((view) => pathOf(view) === path) ?? 'One';

export const ATTRIBUTES =
  'data-ga4="G-TEST1" data-categories="marketing" data-controller="Shop Example Ltd" data-policy-url="/privacy/"';
export const HEAD_TAG = 'https://tags.example.net/head.js';
export const BODY_TAG = 'https://tags.example.net/body.js';
export const FILM = 'https://tags.example.net/film.html';
export const PICTURE = 'https://tags.example.net/picture.svg';
/** What stands in the held template. */
export const OFFERS = `<p class="offers">Offers for you</p><script type="text/plain">(window.ran = window.ran || []).push('template')</script>`;

export const HEAD = `<script type="text/plain" data-consent="analytics" src="${HEAD_TAG}"></script>`;

export const bodyOf = (view: string): string => `
  <main>
    <h1>${view}</h1>
    <nav>${VIEWS.map((name) => `<a href="${pathOf(name)}">${name}</a> `).join('')}</nav>
    <iframe title="Film" data-consent="marketing" data-src="${FILM}"></iframe>
    <img alt="" data-consent="marketing" data-src="${PICTURE}">
    <template data-consent="marketing">${OFFERS}</template>
    <script type="text/plain" data-consent="analytics" src="${BODY_TAG}"></script>
    <p><button type="button" data-consent-open>Privacy settings</button></p>
    <p><a href="#" data-consent-open>Cookies</a></p>
  </main>`;
