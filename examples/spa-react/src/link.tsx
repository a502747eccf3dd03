import type { AnchorHTMLAttributes } from 'react';
import { addressOf, route, type Screen } from './router.js';
import { useStore } from './store.js';

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: Screen;
  /** Whether it stands for the screens below its own, too. */
  isSection?: boolean;
}

/** A link to another screen, which knows when it leads to the one that is shown. */
export function Link({ to, isSection, ...rest }: LinkProps) {
  const { language, screen } = useStore(route);
  const isWithin = isSection && screen?.startsWith(`${to}/`);
  const current = screen === to ? 'page' : isWithin ? 'true' : undefined;
  return <a href={addressOf(to, language)} aria-current={current} {...rest} />;
}
