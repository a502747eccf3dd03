import { useWords } from '../language/use-words.js';
import { Link } from '../link.js';
import { Screen } from './screen.js';

export function Missing() {
  const { missing: words } = useWords();
  return (
    <Screen name="missing" title={words.title} lead={words.text}>
      <p>
        <Link to="studio" className="button">
          {words.back}
        </Link>
      </p>
    </Screen>
  );
}
