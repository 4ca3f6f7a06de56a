import { setTimeout as wait } from 'node:timers/promises'
import { findAsk } from '../../db/ask/asks.ts'
import { type Ask, isWorkedOn } from '../../domain/ask/ask.ts'
import type { Call } from '../call.ts'
import type { Services } from '../services.ts'

const firstLookMs = 50
const longestLookMs = 300

/** Waits as long as the call may for the answer that another call, or the worker, waits for. */
export async function awaitAsk(
  asked: Ask,
  call: Pick<Call<unknown>, 'remainingMs'>,
  { db, vault, now }: Pick<Services, 'db' | 'vault' | 'now'>,
): Promise<Ask> {
  let ask = asked
  let pauseMs = firstLookMs
  while (isWorkedOn(ask, now()) && call.remainingMs() > 0) {
    await wait(Math.min(pauseMs, call.remainingMs()))
    pauseMs = Math.min(pauseMs * 2, longestLookMs)
    ask = (await findAsk(db, vault, ask)) ?? ask
  }
  return ask
}
