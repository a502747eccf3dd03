import { account } from './account/account.js';
import { useWords } from './language/use-words.js';
import { Link } from './link.js';
import { addressOf, type Language, languages, route } from './router.js';
import { useStore } from './store.js';

const names: Record<Language, string> = { en: 'English', th: 'ไทย' };

export function Header() {
  const words = useWords();
  const who = useStore(account);
  const { language, screen } = useStore(route);
  return (
    <header className="top">
      <Link to="studio" className="brand">
        <img src="./mark.svg" alt="" width="32" height="32" />
        {words.title}
      </Link>
      <nav className="main-nav" aria-label={words.nav.label}>
        <Link to="studio">{words.nav.studio}</Link>
        <Link to="projects">{words.nav.projects}</Link>
        <Link to="credits">{words.nav.credits}</Link>
        <Link to="settings" isSection>
          {words.nav.settings}
        </Link>
      </nav>
      <nav className="languages" aria-label={words.languages}>
        {languages.map((each) => (
          <a
            key={each}
            href={addressOf(screen ?? 'studio', each)}
            lang={each}
            hrefLang={each}
            aria-current={each === language ? 'true' : undefined}
          >
            {names[each]}
          </a>
        ))}
      </nav>
      {who === null && (
        <Link to="sign-in" className="button enter">
          {words.signIn}
        </Link>
      )}
      {who && (
        <Link to="settings" className="badge" aria-label={`${words.settings.signedInAs} ${who.email}`}>
          {who.email[0]?.toUpperCase()}
        </Link>
      )}
    </header>
  );
}
