/** The port to the browser: everything an effect may touch, and where it leaves what undoes it. */
export interface Env {
  readonly win: Window & typeof globalThis;
  readonly doc: Document;
  /** Called when consent stops. */
  readonly stops: Array<() => void>;
  /** Listens until consent stops, on the way to where it happens. */
  onEvent(target: EventTarget, event: string, listener: (event: Event) => void): void;
}
