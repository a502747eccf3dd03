import { tags } from '@askfirst/data/services/tags';
import { expect, test } from 'vitest';
import { checkOptions } from '../../src/help/check-options.js';
import { explain } from '../../src/help/explain.js';

const problemsOf = (service: object) => checkOptions({ services: [service as never] });

test.each(Object.keys(tags).filter((id) => tags[id]?.id && !tags[id]?.early))(
  '%s: an id of another form is named, with one that is right',
  (id) => {
    const { pattern, example } = tags[id]?.id ?? { pattern: /^$/, example: 'none' };
    expect(example).toMatch(pattern);
    expect(problemsOf({ id, category: 'analytics', tagId: example })).toEqual([]);
    // The site brings the vendor itself.
    expect(problemsOf({ id, category: 'analytics' })).toEqual([]);
    const problems = problemsOf({ id, category: 'analytics', tagId: 'no id' });
    expect(problems).toEqual([['tag-id', id, 'no id']]);
    expect(explain(problems)).toContain(`"no id" is not an id of the service "${id}". It should look like ${example}.`);
    expect(problemsOf({ id, category: 'necessary', tagId: example })).toEqual([['not-necessary', id]]);
  },
);

test('a script whose address is not known is named', () => {
  expect(explain([['script', 'matomo']])).toContain('does not know where the script of the service "matomo" lies');
});

test('the file of a switch that did not load is named by its protocol, also for a service that is named by its id', () => {
  for (const name of ['clarity', 'microsoft-clarity'])
    expect(explain([['signal', new Error('404'), name]])).toContain('Serve "askfirst-signal-clarity.js"');
});
