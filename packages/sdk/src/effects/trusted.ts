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

/**
 * Marks text or an address that the owner wrote as trusted. Under Trusted Types that takes the policy named `askfirst`:
 * https://www.w3.org/TR/trusted-types/#trusted-types-csp-directive
 */
export function trusted(env: Env, kind: keyof Policy, value: string): string {
  const same = (text: string) => text;
  const plain = { createScript: same, createScriptURL: same };
  try {
    policy ??= (env.win as TrustedTypesWindow).trustedTypes?.createPolicy('askfirst', plain);
  } catch {
    // The page's `trusted-types` directive does not name `askfirst`. The browser reports that in the console.
  }
  // Only one attempt: the browser reports each as a violation.
  policy ??= plain;
  return policy[kind](value);
}
