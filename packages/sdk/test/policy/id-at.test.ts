import { all } from '@askfirst/data/services/all';
import { cores } from '@askfirst/data/services/cores';
import { hosts } from '@askfirst/data/services/hosts';
import { expect, test } from 'vitest';
import { idAt } from '../../src/policy/id-at.js';

test.each([
  ['https://www.youtube-nocookie.com/embed/x', 'youtube'],
  ['https://youtube.com/embed/x', 'youtube'],
  ['https://player.vimeo.com/video/1', 'vimeo'],
  ['https://www.google.com/maps/embed?pb=1', 'google-maps'],
  ['https://www.google.com/recaptcha/api2/anchor', 'google-recaptcha'],
  ['https://open.spotify.com/embed/track/1', 'spotify'],
  ['https://calendly.com/somebody', 'calendly'],
  ['https://form.typeform.com/to/x', 'typeform'],
  // Several services have this host, and the path names none of them.
  ['https://www.google.com/search', undefined],
  ['https://notyoutube.com/embed/x', undefined],
  ['https://video.example/1', undefined],
])('%s belongs to %s', (address, id) => {
  expect(idAt(new URL(address))).toBe(id);
});

test('the list of hosts is that of the catalogue', () => {
  const rows = Object.values(all).flatMap((service) =>
    service?.hosts?.[0] && !cores[service.id] ? [[service.id, service.hosts.join(' ')]] : [],
  );
  expect(rows.length).toBeGreaterThan(60);
  expect(hosts).toEqual(Object.fromEntries(rows));
});
