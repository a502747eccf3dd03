/** The elements that hold a part of the interface. */
export const ours = new WeakSet<object>();
