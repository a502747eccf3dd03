const replies = [
  [
    /price|cost|plan|pilot/i,
    'A pilot covers one line for eight weeks. The pricing page lists what each plan includes.',
  ],
  [
    /plc|opc|mqtt|historian|connect|integrat/i,
    'We read OPC UA, MQTT, most historians and plain SQL, always read-only.',
  ],
  [
    /data|privacy|cloud|secur/i,
    'Plant data stays in the place you choose. A contract per customer says how it is handled.',
  ],
];

/** What the chat answers to a message; `turn` is 0 for the first. */
export function replyTo(text, turn) {
  const reply = replies.find(([subject]) => subject.test(text))?.[1];
  if (reply) return reply;
  return turn === 0
    ? 'Thank you for writing. An engineer reads this and answers here or by mail, usually the same day.'
    : 'Noted. We will put that into our answer.';
}
