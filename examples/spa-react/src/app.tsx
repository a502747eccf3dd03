import { type ComponentType, useRef } from 'react';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { useWords } from './language/use-words.js';
import { route, type Screen } from './router.js';
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
  return (
    <>
      {/* No link: the address belongs to the screens. */}
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {skip}
      </button>
      <Header />
      <main id="main" ref={main} tabIndex={-1}>
        <Shown />
      </main>
      <Footer />
    </>
  );
}
