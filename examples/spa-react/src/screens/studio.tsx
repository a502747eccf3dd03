import { type FormEvent, useRef, useState } from 'react';
import { track } from '../consent/track.js';
import { download } from '../download.js';
import { useWords } from '../language/use-words.js';
import { type Look, looks, type PictureRequest, type Shape, shapes } from '../studio/compose.js';
import { Picture } from '../studio/picture.js';
import { keep } from '../studio/projects.js';
import { Choices } from './choices.js';
import { Screen } from './screen.js';
import { Status } from './status.js';

export function Studio() {
  const words = useWords();
  const { studio } = words;
  const [prompt, setPrompt] = useState('');
  const [look, setLook] = useState<Look>('dawn');
  const [shape, setShape] = useState<Shape>('square');
  const [shown, setShown] = useState<PictureRequest>();
  const [said, setSaid] = useState('');
  const frame = useRef<HTMLElement>(null);
  const request = shown ?? { prompt: studio.first, look, shape };

  const draw = (wanted: string) => {
    setPrompt(wanted);
    setShown({ prompt: wanted || studio.first, look, shape });
    setSaid(studio.ready);
    track('print', { look, shape });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    draw(prompt.trim());
  };
  const onKeep = () => {
    keep(request);
    setSaid(studio.kept);
  };
  const onDownload = () => {
    const picture = frame.current?.querySelector('svg');
    if (picture) download('m-factory.svg', new XMLSerializer().serializeToString(picture), 'image/svg+xml');
  };

  return (
    <Screen name="studio" title={studio.title} lead={studio.lead}>
      <form className="order" onSubmit={onSubmit}>
        <label className="field" htmlFor="prompt">
          {studio.prompt}
        </label>
        <textarea
          id="prompt"
          rows={3}
          maxLength={300}
          aria-describedby="prompt-hint"
          placeholder={studio.first}
          value={prompt}
          onChange={({ target }) => setPrompt(target.value)}
        />
        <p id="prompt-hint" className="hint">
          {studio.hint}
        </p>
        <Choices legend={studio.look} options={looks} labels={words.looks} value={look} onChange={setLook} />
        <Choices
          legend={studio.shape}
          options={Object.keys(shapes) as Shape[]}
          labels={words.shapes}
          value={shape}
          onChange={setShape}
        />
        <button type="submit" className="button strong">
          {studio.draw}
        </button>
        <p className="field">{studio.ideas}</p>
        <ul className="ideas">
          {studio.idea.map((idea) => (
            <li key={idea}>
              <button type="button" className="idea" onClick={() => draw(idea)}>
                {idea}
              </button>
            </li>
          ))}
        </ul>
      </form>
      <figure className={`sheet ${request.shape}`} ref={frame}>
        <Picture request={request} />
        <figcaption>
          <span className="caption">{request.prompt}</span>
          <span className="actions">
            <button type="button" className="button" onClick={onKeep}>
              {studio.keep}
            </button>
            <button type="button" className="button" onClick={onDownload}>
              {studio.download}
            </button>
          </span>
          <Status>{said}</Status>
        </figcaption>
      </figure>
    </Screen>
  );
}
