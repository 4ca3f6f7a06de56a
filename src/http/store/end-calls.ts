import type { Response } from 'express'
import { type ReceivedCall, type VerifiedCall, membersOf } from '../../calls/call.ts'
import type { Noted } from '../../calls/noted.ts'
import type { Services } from '../../calls/services.ts'
import type { IsActivity } from '../../contract/activities.ts'
import { type Answer, answer } from '../../domain/answer.ts'
import { interfaceOf, keyTypeOf } from '../../interfaces.ts'
import type { Metrics } from '../metrics.ts'
import { logCall, logRefused } from './call-line.ts'
import { createCallLog } from './call-log.ts'
import { reply, serialise } from './reply.ts'
import { createSampler } from './sampler.ts'

/** The ends of a call: its answer leaves, and is counted, logged and kept as that end asks for. */
export interface EndCalls {
  /** Of a call whose answer is committed. */
  finish(given: Answer, call: ReceivedCall | VerifiedCall, response: Response): void
  /** Of a call that is not verified, or a replay. */
  refuse(given: Answer, call: ReceivedCall, response: Response): void
  /** Of a call that an error of ours ended; what it was answered with. */
  fail(error: unknown, call: ReceivedCall, response: Response): Answer
  /** Keeps a verified call that no commit has kept. */
  keep(call: VerifiedCall, given: Answer): void
}

/** Where they are counted, logged and kept. */
export interface EndCallsOptions {
  readonly services: Services
  readonly noted: Noted
  readonly metrics: Metrics
  readonly isActivity: IsActivity
}

// Anybody can send what is not verified: of the log they get a burst, then a line every ten seconds.
const logBurst = 20
const logPerSecond = 0.1

/** Makes the ends of calls. */
export function createEndCalls(options: EndCallsOptions): EndCalls {
  const { services, noted, metrics, isActivity } = options
  const log = createCallLog(services)
  const isLogged = createSampler(logBurst, logPerSecond)

  function finish(given: Answer, call: ReceivedCall | VerifiedCall, response: Response): void {
    reply(response, serialise(given), { signKey: signKeyOf(call) })
    const { family } = interfaceOf(call.operation)
    const { receivedAt, address } = call
    const { resultCode } = given
    const ms = services.now().getTime() - receivedAt.getTime()
    const activity = activityLabel(call, isActivity)
    metrics.answered({ family, activity, resultCode, seconds: ms / 1000 })
    logCall(services.log, { call, activity, answer: given, ms })
    if ('key' in call) {
      noted.keyUsage.record(address.name, keyTypeOf(call.operation), call.key, receivedAt)
      noted.standing.note({ call, activity, resultCode })
    }
  }

  function refuse(given: Answer, call: ReceivedCall, response: Response): void {
    reply(response, serialise(given), { signKey: signKeyOf(call) })
    metrics.unverified(given.resultCode)
    log.saveUnverified(call, given)
    logRefused(services.log, call, given, isLogged(call.receivedAt) ? 'warn' : 'debug')
  }

  function fail(error: unknown, call: ReceivedCall, response: Response): Answer {
    const given = answer('000005', 'internal error, please call again')
    finish(given, call, response)
    const { family } = interfaceOf(call.operation)
    services.log.error({ err: error, family }, 'a call could not be answered')
    return given
  }

  return { finish, refuse, fail, keep: (call, given) => log.saveVerified(call, given) }
}

/** The Key that signs the answer: the one that verified the call, else the current one. */
function signKeyOf(call: ReceivedCall | VerifiedCall): string | undefined {
  if (!interfaceOf(call.operation).signsAnswers) return undefined
  return 'key' in call ? call.key : call.address.keys.v1[0]
}

/** The activity of a call as a label: one that broke its contract may carry any text, a label must not. */
export function activityLabel(call: ReceivedCall | VerifiedCall, isActivity: IsActivity): string {
  const { activity } = interfaceOf(call.operation)
  if (activity !== undefined) return activity
  const said = 'parsed' in call ? membersOf(call)['activity'] : undefined
  return typeof said === 'string' && isActivity(call.operation, said) ? said : 'unknown'
}
