import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../language/use-words.js';

/** The last screen that was shown: a reader is led to the heading of the next one, and not to that of the first. */
let last: string | undefined;

interface ScreenProps {
  /** Tells screens apart, whatever language they speak. */
  name: string;
  title: string;
  lead?: string;
  children?: ReactNode;
}

/** What all screens have: a heading that takes the focus, a name for the tab. */
export function Screen({ name, title, lead, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const app = useWords().title;
  useEffect(() => {
    document.title = `${title} · ${app}`;
  }, [title, app]);
  useEffect(() => {
    if (last !== undefined && last !== name) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    last = name;
  }, [name]);
  return (
    <div className={`screen ${name.replace('/', '-')}`}>
      <header className="opening">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="lead">{lead}</p>}
      </header>
      {children}
    </div>
  );
}
