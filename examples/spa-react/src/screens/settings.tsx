import { account, signOut } from '../account/account.js';
import { useWords } from '../language/use-words.js';
import { Link } from '../link.js';
import { useStore } from '../store.js';
import { Screen } from './screen.js';
import { SettingsNav } from './settings-nav.js';

export function Settings() {
  const { settings: words, signIn, signOut: leave } = useWords();
  const who = useStore(account);
  return (
    <Screen name="settings" title={words.title}>
      <SettingsNav />
      <section className="card" aria-labelledby="account">
        <h2 id="account">{words.account}</h2>
        {who ? (
          <>
            <p>
              {words.signedInAs} <strong>{who.email}</strong>
            </p>
            <p className="hint">{words.session}</p>
            <button type="button" className="button" onClick={signOut}>
              {leave}
            </button>
          </>
        ) : (
          <>
            <p>{words.signedOut}</p>
            <Link to="sign-in" className="button strong">
              {signIn}
            </Link>
          </>
        )}
      </section>
    </Screen>
  );
}
