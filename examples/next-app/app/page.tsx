import Link from 'next/link';
import { trains } from './trains';

export default function Home() {
  return (
    <>
      <section className="hero">
        <h1>Fall asleep in one city, wake up in another</h1>
        <p>
          A journal of the night trains that still run. We take each of them, sleep badly or well, and write it down.
        </p>
      </section>
      <h2>Tonight</h2>
      <ol className="board">
        {trains.map(({ slug, from, to, leaves, arrives }) => (
          <li key={slug}>
            <Link href={`/routes/${slug}`}>
              <time>{leaves}</time>
              <strong>
                {from} <span>to</span> {to}
              </strong>
              <time>{arrives}</time>
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}
