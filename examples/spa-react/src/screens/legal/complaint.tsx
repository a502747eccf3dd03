import { useWords } from '../../language/use-words.js';

export function Complaint() {
  const { legal: words } = useWords();
  return (
    <section className="card" aria-labelledby="authority">
      <h2 id="authority">{words.authority}</h2>
      <p>{words.authorityLead}</p>
      <p>
        <a href="https://www.pdpc.or.th/" rel="noopener">
          {words.authorityLink}
        </a>
      </p>
    </section>
  );
}
