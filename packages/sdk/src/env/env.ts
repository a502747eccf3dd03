/** The port to the browser: what an effect may touch, and the functions that undo it. */
export interface Env {
  readonly win: Window & typeof globalThis;
  readonly doc: Document;
  /** Called when consent stops. */
  readonly stops: Array<() => void>;
  /** Listens until consent stops, in the capture phase. */
  onEvent(target: EventTarget, event: string, listener: (event: Event) => void): void;
}
