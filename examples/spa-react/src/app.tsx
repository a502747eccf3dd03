import { type ComponentType, type MouseEvent, useRef } from 'react';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { useWords } from './language/use-words.js';
import { type Screen, route } from './router.js';
import { Credits } from './screens/credits.js';
import { Legal } from './screens/legal.js';
import { Missing } from './screens/missing.js';
import { Privacy } from './screens/privacy.js';
import { Projects } from './screens/projects.js';
import { Settings } from './screens/settings.js';
import { SignIn } from './screens/sign-in.js';
import { Studio } from './screens/studio.js';
import { useStore } from './store.js';

const shown: Record<Screen, ComponentType> = {
  studio: Studio,
  projects: Projects,
  credits: Credits,
  'sign-in': SignIn,
  settings: Settings,
  'settings/legal': Legal,
  privacy: Privacy,
};

export function App() {
  const { skip } = useWords();
  const { screen } = useStore(route);
  const main = useRef<HTMLElement>(null);
  const Shown = screen ? shown[screen] : Missing;
  const onSkip = (event: MouseEvent) => {
    // The address belongs to the screens.
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <>
      <a className="skip" href="#main" onClick={onSkip}>
        {skip}
      </a>
      <Header />
      <main id="main" ref={main} tabIndex={-1}>
        <Shown />
      </main>
      <Footer />
    </>
  );
}
