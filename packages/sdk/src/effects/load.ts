import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { EarlyPrepare } from '../signals/protocol.js';
import { trusted } from './trusted.js';

/** Queues what the vendor's own snippet would queue, then adds the vendor's script to the page. */
export function load(env: Env, service: Service, prepare?: EarlyPrepare): void {
  prepare?.(env, service);
  const script = env.doc.createElement('script');
  script.nonce = env.doc.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
  script.src = trusted(env, 'createScriptURL', service.script as string);
  env.doc.head.append(script);
}
