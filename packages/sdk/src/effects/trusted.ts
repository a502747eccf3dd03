import type { Env } from '../env/env.js';

interface TrustedTypesWindow {
  trustedTypes?: {
    createPolicy(name: string, rules: Record<'createScript' | 'createScriptURL', (value: string) => string>): Policy;
  };
}
interface Policy {
  createScript(value: string): string;
  createScriptURL(value: string): string;
}

let policy: Policy | undefined;

/** Marks text or an address that the owner wrote as trusted, under Trusted Types by the policy named `askfirst`. */
export function trusted(env: Env, kind: keyof Policy, value: string): string {
  const same = (text: string) => text;
  const plain = { createScript: same, createScriptURL: same };
  try {
    policy ??= (env.win as TrustedTypesWindow).trustedTypes?.createPolicy('askfirst', plain);
  } catch {
    // The page's `trusted-types` directive does not name us; the browser itself says so in the console.
  }
  // Not tried again: each try is a violation that the page reports.
  policy ??= plain;
  return policy[kind](value);
}
