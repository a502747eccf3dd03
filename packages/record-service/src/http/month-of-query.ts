import type { FastifyRequest } from 'fastify';
import { type Month, monthOf, parseMonth } from '../statistics/month.js';
import { Refusal } from './refusal.js';

const DAY = 86_400_000;

/**
 * The month that a request asks about; else the one that yesterday was in, as today is not counted yet.
 *
 * @param now Milliseconds since the epoch.
 * @throws Refusal
 */
export function monthOfQuery({ query }: FastifyRequest, now: number): Month {
  const { month } = query as { month?: unknown };
  if (month === undefined) return monthOf(now - DAY);
  const parsed = parseMonth(String(month));
  if (!parsed) throw new Refusal(400, 'month', 'month has to be a year and a month, such as 2026-11.');
  return parsed;
}
