import { newId } from '../../db/new-id.ts'
import { type Members, type ReceivedCall, type VerifiedCall, membersOf } from '../../calls/call.ts'
import { persist } from '../../calls/persist.ts'
import type { Services } from '../../calls/services.ts'
import type { Answer } from '../../domain/answer.ts'
import { readUnverified } from './parsed-body.ts'
import { createSampler } from './sampler.ts'

/** Keeps calls whose answer is no commit's: refused before they were verified, or failed. */
export interface CallLog {
  saveVerified(call: VerifiedCall, answer: Answer): void
  /** Of these only samples are kept. */
  saveUnverified(call: ReceivedCall, answer: Answer): void
}

// Of calls that are not verified: a burst, then one every ten seconds.
const sampledBurst = 20
const sampledPerSecond = 0.1

// Anybody can send what is not verified: of its body the beginning is enough.
const sampledBytes = 16 * 1024

export function createCallLog(services: Services): CallLog {
  const isSampled = createSampler(sampledBurst, sampledPerSecond)

  // After the answer has left: whether it can be kept is no reason to make the caller wait.
  function save(call: ReceivedCall, members: Members, answer: Answer, verified: boolean): void {
    const message = { ...call, id: newId(), members, answer, verified }
    const saving = persist({ message }, services).catch((error: unknown) => {
      services.log.warn({ err: error }, 'a message could not be saved')
    })
    services.background.add(saving)
  }

  return {
    saveVerified: (call, answer) => save(call, membersOf(call), answer, true),
    saveUnverified(call, answer) {
      if (!isSampled(call.receivedAt)) return
      const members = readUnverified(call, sampledBytes)
      const rawBody = call.rawBody.subarray(0, sampledBytes)
      save({ ...call, rawBody }, members, answer, false)
    },
  }
}
