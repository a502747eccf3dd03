import { useWords } from '../language/use-words.js';
import { Link } from '../link.js';

export function SettingsNav() {
  const { settings } = useWords();
  return (
    <nav className="tabs" aria-label={settings.sections}>
      <Link to="settings">{settings.account}</Link>
      <Link to="settings/legal">{settings.legal}</Link>
    </nav>
  );
}
