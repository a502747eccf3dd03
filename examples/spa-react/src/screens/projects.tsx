import { useState } from 'react';
import { useDates, useWords } from '../language/use-words.js';
import { Link } from '../link.js';
import { useStore } from '../store.js';
import { Picture } from '../studio/picture.js';
import { projects, remove } from '../studio/projects.js';
import { Screen } from './screen.js';
import { Status } from './status.js';

export function Projects() {
  const { projects: words } = useWords();
  const { date } = useDates();
  const kept = useStore(projects);
  const [said, setSaid] = useState('');
  const onRemove = (id: string) => {
    remove(id);
    setSaid(words.removed);
  };
  return (
    <Screen name="projects" title={words.title} lead={words.lead}>
      {kept.length === 0 && (
        <div className="empty">
          <p>{words.empty}</p>
          <Link to="studio" className="button strong">
            {words.start}
          </Link>
        </div>
      )}
      <ul className="wall">
        {kept.map((project) => (
          <li key={project.id} className="sheet">
            <Picture request={project} />
            <div className="about">
              <p className="caption" id={project.id}>
                {project.prompt}
              </p>
              <p className="hint">
                {words.keptOn} <time dateTime={project.keptAt}>{date(project.keptAt)}</time>
              </p>
              <button
                type="button"
                className="button"
                aria-describedby={project.id}
                onClick={() => onRemove(project.id)}
              >
                {words.remove}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <Status>{said}</Status>
    </Screen>
  );
}
