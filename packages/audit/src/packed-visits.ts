/** Visits that take little room: what a page asked for repeats itself, so that they are kept compressed and unpacked one at a time. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Visit, Visits } from './model.js';

export class PackedVisits implements Visits {
  readonly #packed: { page: string; bytes: Uint8Array }[] = [];

  add(visit: Visit): void {
    // A copy, since a buffer of zlib may be longer than what is in it.
    this.#packed.push({ page: visit.page, bytes: new Uint8Array(gzipSync(JSON.stringify(visit))) });
  }

  get length(): number {
    return this.#packed.length;
  }

  *[Symbol.iterator](): Generator<Visit> {
    // As far as there are any now: more may come while they are read.
    for (const each of [...this.#packed]) yield unpack(each);
  }

  ofPage(page: string): Visit[] {
    return this.#packed.filter((each) => each.page === page).map(unpack);
  }
}

const unpack = ({ bytes }: { bytes: Uint8Array }): Visit => JSON.parse(gunzipSync(bytes).toString());
