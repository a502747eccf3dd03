import type { ReactNode } from 'react';

/** Says something without taking the focus. It stands in the page before it speaks, or screen readers miss it. */
export const Status = ({ children }: { children: ReactNode }) => (
  <p role="status" className="status">
    {children}
  </p>
);
