import { useWords } from './language/use-words.js';
import { Link } from './link.js';

export function Footer() {
  const { footer: words } = useWords();
  return (
    <footer className="bottom">
      <p>
        {words.place}. {words.note}
      </p>
      <p className="ways">
        <Link to="privacy">{words.privacy}</Link>
        <button type="button" className="plain" data-consent-open="">
          {words.choices}
        </button>
      </p>
    </footer>
  );
}
