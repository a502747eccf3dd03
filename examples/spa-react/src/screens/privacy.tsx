import { policy } from '../consent/policy.js';
import { useDates, useWords } from '../language/use-words.js';
import { Link } from '../link.js';
import { Screen } from './screen.js';

export function Privacy() {
  const { privacy: words, settings } = useWords();
  const { date } = useDates();
  return (
    <Screen name="privacy" title={words.title}>
      <article className="prose">
        <p className="hint">
          {words.version} {policy.version} · {words.effective}{' '}
          <time dateTime={policy.effectiveAt}>{date(policy.effectiveAt)}</time>
        </p>
        <p>
          {words.intro} <a href="mailto:privacy@m-factory.example">privacy@m-factory.example</a>
        </p>
        <h2>{words.why}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.purpose}</th>
              <th scope="col">{words.ground}</th>
            </tr>
          </thead>
          <tbody>
            {words.grounds.map(([purpose, ground]) => (
              <tr key={purpose}>
                <td>{purpose}</td>
                <td>{ground}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{words.choice}</h2>
        <p>{words.choiceLead}</p>
        <consent-preferences />
        <h2>{words.stored}</h2>
        <consent-declaration />
        <h2>{words.others}</h2>
        <p>{words.othersLead}</p>
        <h2>{words.keep}</h2>
        <dl className="terms">
          {words.keeps.map(([what, term]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{term}</dd>
            </div>
          ))}
        </dl>
        <h2>{words.rights}</h2>
        <p>
          {words.rightsLead} <Link to="settings/legal">{`${settings.title} → ${settings.legal}`}</Link>
        </p>
        <p>{words.complaint}</p>
        <h2>{words.changes}</h2>
        <p>{words.changesLead}</p>
      </article>
    </Screen>
  );
}
