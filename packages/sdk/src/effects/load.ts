import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { Prepare } from '../signals/protocol.js';
import { trusted } from './trusted.js';

/** Adds the vendor's script to the page, after what the vendor's own snippet would have queued. */
export function load(env: Env, service: Service, prepare?: Prepare): void {
  prepare?.(env, service);
  const script = env.doc.createElement('script');
  script.nonce = env.doc.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
  script.src = trusted(env, 'createScriptURL', service.script as string);
  env.doc.head.append(script);
}
