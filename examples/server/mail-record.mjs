const isAnswer = (answer) => typeof answer?.granted === 'boolean' && Date.parse(answer.at) > 0;

/**
 * What an account keeps of a consent to mail: every answer with its time, the words beside the box, and the policy in force.
 * Takes what a form hands over (one answer) and what a switch in the settings does (all of them).
 *
 * @param {any} sent
 * @param {string} purpose The only purpose this answer may be about.
 * @returns {object | undefined} undefined if it is neither.
 */
export function mailRecord(sent, purpose) {
  if (sent?.v !== 1 || sent.purpose !== purpose) return undefined;
  const { v, id, answers, purpose: _, ...answer } = sent;
  const all = answers ?? [answer];
  return Array.isArray(all) && all.length && all.every(isAnswer) ? { v, id, purpose, answers: all } : undefined;
}
