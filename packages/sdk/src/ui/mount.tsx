import type { View } from '../state/types.js';

/** Shows the interface, and returns how to take it away. */
export type Mount = (view: View, doc: Document) => () => void;

export const mount: Mount = () => () => {};
