/** Who caused a request, as the protocol tells it. */
import type { Cause } from '../model.js';

/** Frames of the stack that are kept; those further out seldom tell more. */
const FRAMES = 8;

interface CallFrame {
  url: string;
  functionName: string;
  lineNumber: number;
  columnNumber: number;
}
interface Stack {
  callFrames: CallFrame[];
  parent?: Stack;
}

/** Frames of scripts with an address, the nearest first. The protocol counts lines and columns from zero. */
export function stackCauses(stack: Stack | undefined): Cause[] {
  const causes: Cause[] = [];
  for (let part = stack; part; part = part.parent) {
    for (const { url, functionName, lineNumber, columnNumber } of part.callFrames) {
      if (!url || causes.length === FRAMES) continue;
      causes.push({
        kind: 'script',
        url,
        line: lineNumber + 1,
        column: columnNumber + 1,
        ...(functionName && { functionName }),
      });
    }
  }
  return causes;
}

export interface Initiator {
  type: string;
  url?: string;
  lineNumber?: number;
  columnNumber?: number;
  stack?: Stack;
}

export function initiatorCauses(initiator: Initiator, isPreload: boolean): Cause[] {
  const fromStack = stackCauses(initiator.stack);
  if (fromStack.length) return fromStack;
  if (!initiator.url) return [];
  const cause: Cause = { kind: isPreload ? 'preload' : 'markup', url: initiator.url };
  if (initiator.lineNumber !== undefined) cause.line = initiator.lineNumber + 1;
  if (initiator.columnNumber !== undefined) cause.column = initiator.columnNumber + 1;
  return [cause];
}
