import { createStore } from '../store.js';
import type { PictureRequest } from './compose.js';

/** A picture that was kept. */
export interface Project extends PictureRequest {
  id: string;
  /** ISO 8601, UTC. */
  keptAt: string;
}

const KEY = 'm-factory-projects';

function read(): Project[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}

/** The pictures this browser keeps, newest first. */
export const projects = createStore(read());

projects.subscribe(() => {
  const kept = projects.get();
  try {
    if (kept.length) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
  } catch {
    // Full or forbidden: they last as long as the page.
  }
});

export const keep = (request: PictureRequest): void =>
  projects.set([{ ...request, id: crypto.randomUUID(), keptAt: new Date().toISOString() }, ...projects.get()]);

export const remove = (id: string): void => projects.set(projects.get().filter((project) => project.id !== id));
