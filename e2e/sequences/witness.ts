import { type Server, SITE } from '../harness/server.mjs';
import type { Doc } from './model.js';
import { PICTURE } from './site.js';

const SITE_HOST = new URL(SITE).host;
const KNOWN_HOSTS = [SITE_HOST, 'tags.example.net', 'www.googletagmanager.com'];

/** Reads the server's log: what each load of a page asked for, and each sequence asked Google for. */
export class Witness {
  readonly #ofDoc = new Map<number, string[]>();
  readonly #google = new Map<string, number>();
  readonly #strange: string[] = [];

  constructor(private readonly server: Server) {}

  #read() {
    for (const { host, path, headers } of this.server.log.splice(0)) {
      const { pathname, searchParams } = new URL(path, `https://${host}`);
      const doc = searchParams.get('doc');
      if (!KNOWN_HOSTS.includes(host)) this.#strange.push(host + path);
      else if (doc) this.#ofDoc.set(Number(doc), [...(this.#ofDoc.get(Number(doc)) ?? []), pathname]);
      else if (host !== SITE_HOST) {
        const sequence = new URL(headers.referer ?? SITE).searchParams.get('sequence') ?? 'nobody';
        this.#google.set(sequence, (this.#google.get(sequence) ?? 0) + 1);
      }
    }
  }

  /** Compares the log with what a sequence may, and has to, have asked for. An empty list means: just that. */
  differences(sequence: number, docs: readonly Doc[]): string[] {
    this.#read();
    const found = this.#strange.map((url) => `a request for ${url}`);
    for (const { id, ran, wasGranted } of docs) {
      const requested = this.#ofDoc.get(id) ?? [];
      const wanted = [...ran].filter((name) => name !== 'ga4').map((name) => name.replace(/^inline/, '/ran/inline'));
      const tags = requested.filter((path) => path !== PICTURE).sort();
      // The picture is asked for again after each new grant, unless the browser still has it.
      if (`${tags}` !== `${wanted.sort()}`) found.push(`page ${id} asked for [${tags}], not [${wanted}]`);
      const isShown = wasGranted.has('marketing');
      if (requested.includes(PICTURE) !== isShown)
        found.push(`page ${id} ${isShown ? 'did not ask' : 'asked'} for ${PICTURE}`);
    }
    const google = this.#google.get(`${sequence}`) ?? 0;
    const loads = docs.filter(({ ran }) => ran.has('ga4')).length;
    if (google !== loads) found.push(`${google} requests to Google, not ${loads}`);
    return found;
  }
}
