import { type FormEvent, useRef, useState } from 'react';
import { signIn } from '../account/account.js';
import { useWords } from '../language/use-words.js';
import { Link } from '../link.js';
import { goTo } from '../router.js';
import { Screen } from './screen.js';
import { Status } from './status.js';

export function SignIn() {
  const { entry: words } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<'notEmail' | 'unreachable' | 'refused'>();
  const [isWaiting, setWaiting] = useState(false);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const email = field.current?.value.trim() ?? '';
    if (!/^\S+@\S+\.\S+$/.test(email)) {
      setProblem('notEmail');
      field.current?.focus();
      return;
    }
    setProblem(undefined);
    setWaiting(true);
    try {
      if (await signIn(email)) goTo('projects');
      else setProblem('refused');
    } catch {
      setProblem('unreachable');
    } finally {
      setWaiting(false);
    }
  };
  return (
    <Screen name="sign-in" title={words.title} lead={words.lead}>
      <form className="card door" noValidate onSubmit={onSubmit}>
        <label className="field" htmlFor="email">
          {words.email}
        </label>
        <input
          ref={field}
          id="email"
          type="email"
          autoComplete="email"
          aria-invalid={problem === 'notEmail'}
          aria-describedby="email-problem"
        />
        <p id="email-problem" role="alert" className="problem">
          {problem && words[problem]}
        </p>
        <button type="submit" className="button strong" aria-disabled={isWaiting}>
          {words.submit}
        </button>
        <Status>{isWaiting && words.wait}</Status>
        <p className="hint">{words.separate}</p>
        <p>
          <Link to="privacy">{words.policy}</Link>
        </p>
      </form>
    </Screen>
  );
}
