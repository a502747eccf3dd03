import { ConsentFrame } from 'askfirst/react';
import { notFound } from 'next/navigation';
import { trains } from '../../trains';

type Props = { params: Promise<{ slug: string }> };

const find = async ({ params }: Props) => {
  const { slug } = await params;
  return trains.find((train) => train.slug === slug) ?? notFound();
};

export const generateStaticParams = () => trains.map(({ slug }) => ({ slug }));

export async function generateMetadata(props: Props) {
  const { from, to } = await find(props);
  return { title: `${from} to ${to}` };
}

export default async function Route(props: Props) {
  const { from, to, leaves, arrives, km, film, text } = await find(props);
  return (
    <article>
      <h1>
        {from} to {to}
      </h1>
      <dl>
        <dt>Leaves</dt>
        <dd>{leaves}</dd>
        <dt>Arrives</dt>
        <dd>{arrives}</dd>
        <dt>Distance</dt>
        <dd>{km} km</dd>
      </dl>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div className="film">
        <ConsentFrame
          category="functional"
          title={`The view from the window, ${from} to ${to}`}
          src={`https://www.youtube-nocookie.com/embed/${film}`}
          allow="fullscreen; picture-in-picture"
          loading="lazy"
        >
          <p>The view from the window is a film on YouTube, which may store data in your browser.</p>
          <button type="button" data-consent-open>
            Choose and watch
          </button>
        </ConsentFrame>
      </div>
    </article>
  );
}
