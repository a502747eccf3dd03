import { isEmail, readForm, sendJson } from './http.mjs';
import { readToken, signToken } from './token.mjs';

const LIFE_S = 8 * 60 * 60;

const answers = [
  [
    /F0*4|over.?volt/i,
    'F004 is an overvoltage of the DC bus. Lengthen the deceleration ramp first; if it returns, check the braking resistor for an open circuit.',
    'Drive manual, 6.2',
  ],
  [
    /F0*7|over.?load/i,
    'F007 is a motor overload. Compare the running current with the plate, then look for a mechanical drag before you raise the limit.',
    'Drive manual, 6.2',
  ],
  [
    /vibrat|bearing|noise/i,
    'Take one reading at each bearing. A peak at running speed speaks for imbalance, one at a multiple for the bearing itself.',
    'Maintenance handbook, 3.4',
  ],
];
const noAnswer = [
  /./,
  'Your manuals do not say. Add the fault code, or what the machine did right before it stopped.',
  'No source',
];

async function signIn(request, response) {
  const form = await readForm(request);
  if (!isEmail(form.get('email'))) return sendJson(response, 422, { missing: ['email'] });
  sendJson(response, 200, { missing: [], token: signToken(form.get('email'), LIFE_S) });
}

async function ask(request, response) {
  if (!readToken(request.headers.authorization?.replace('Bearer ', '')))
    return sendJson(response, 401, { error: 'Please sign in.' });
  const question = (await readForm(request)).get('question')?.trim();
  if (!question) return sendJson(response, 422, { missing: ['question'] });
  const [, answer, source] = answers.find(([subject]) => subject.test(question)) ?? noAnswer;
  sendJson(response, 200, { answer, source });
}

/** The calls of the FactoryLM site: the page keeps its token, the server sets no cookie. */
export const factorylm = { 'POST /api/factorylm/sign-in': signIn, 'POST /api/factorylm/ask': ask };
