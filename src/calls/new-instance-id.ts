import { randomUUID } from 'node:crypto'
import type { Call } from './call.ts'

/**
 * The id of a new instance: the first businessId, or an id of its own where the commit has shown that
 * another order's instance has that one (debug cases reuse typed ids).
 */
export function newInstanceId({
  body,
  isIdTaken,
}: Pick<Call<{ readonly businessId: string }>, 'body' | 'isIdTaken'>): string {
  return isIdTaken ? randomUUID() : body.businessId
}
