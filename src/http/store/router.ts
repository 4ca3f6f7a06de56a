import type { Request, RequestHandler, Response } from 'express'
import { type ReceivedCall, type VerifiedCall, membersOf } from '../../calls/call.ts'
import { deadlineMsOf, startDeadline } from '../../calls/deadline.ts'
import type { Noted } from '../../calls/noted.ts'
import { runCall } from '../../calls/run-call.ts'
import type { Services } from '../../calls/services.ts'
import { type IsActivity, loadActivities } from '../../contract/activities.ts'
import type { Address } from '../../domain/address.ts'
import { type Answer, answer, refused } from '../../domain/answer.ts'
import { Refusal, type ResultCode } from '../../domain/refusal.ts'
import { interfaceOf, operations, signatures } from '../../interfaces.ts'
import type { ByteBudget } from '../byte-budget.ts'
import { dropBody } from '../drain.ts'
import { freeBuffer } from '../growing-buffer.ts'
import type { Metrics } from '../metrics.ts'
import { BodyError, type ReadBody, createBodyReader } from '../read-body.ts'
import { splitTarget } from '../split-target.ts'
import { admit } from './authenticate.ts'
import { logCall, logRefused, spanOf } from './call-line.ts'
import { createCallLog } from './call-log.ts'
import { matchRoute } from './match-route.ts'
import { openCall } from './open-call.ts'
import { reply, replyRouteError, serialise } from './reply.ts'
import { createSampler } from './sampler.ts'
import type { ValidateBody } from './validate-body.ts'

/** What the routes of the store's calls need. */
export interface StoreRouterOptions {
  readonly addresses: ReadonlyMap<string, Address>
  readonly validateBody: ValidateBody
  readonly services: Services
  readonly noted: Noted
  readonly metrics: Metrics
  /** For the bodies that are being received. */
  readonly budget: ByteBudget
}

// Anybody can send what is not verified: of the log they get a burst, then a line every ten seconds.
const logBurst = 20
const logPerSecond = 0.1

const routeErrors = { 404: 'unknown address or path', 405: 'method is not served here' } as const

/**
 * Serves the production addresses: the head, which may refuse already, then the bytes; signature,
 * contract, handler; envelope out.
 */
export function createStoreRouter(options: StoreRouterOptions): RequestHandler {
  const { addresses, validateBody: bodyOf, services, noted, metrics, budget } = options
  const readBody = createReaders(budget)
  const log = createCallLog(services)
  const isLogged = createSampler(logBurst, logPerSecond)
  const isActivity = loadActivities()

  return async (request, response) => {
    const [path] = splitTarget(request.originalUrl)
    const route = matchRoute(request.method, path, addresses)
    if ('status' in route) {
      const signKey = route.address?.keys.v1[0]
      replyRouteError(response, route.status, routeErrors[route.status], signKey)
      return
    }
    const call = openCall(request, route, services.now())
    const verified = await verify(request, response, call)
    if (verified !== undefined) {
      await services.span('store call', async (tell) => {
        const given = await answerCall(verified, response)
        tell(() => {
          const activity = activityLabel(verified, isActivity)
          return spanOf({ call: verified, activity, answer: given })
        })
      })
    }
  }

  /** The call once its signature held; undefined of one that was answered here. */
  async function verify(
    request: Request,
    response: Response,
    head: ReceivedCall,
  ): Promise<VerifiedCall | undefined> {
    let call = head
    try {
      const verifyBody = admit(head)
      const { method } = interfaceOf(head.operation)
      // What a GET says stands in its query.
      if (method === 'get') dropBody(request)
      else call = { ...head, rawBody: await readBody(head)(request) }
      return verifyBody(call)
    } catch (error) {
      // Nobody is there to be answered, and nothing of ours failed.
      if (error instanceof BodyError && error.reason === 'gone') return undefined
      const given = refusalOf(error)
      if (given === undefined) fail(error, call, response)
      else refuse(given, call, response)
      // Of what is not verified nobody needs the bytes any more.
      freeBuffer(call.rawBody)
      return undefined
    }
  }

  async function answerCall(call: VerifiedCall, response: Response): Promise<Answer> {
    const deadline = startDeadline(deadlineMsOf(call.operation, services.limits))
    try {
      const run = runCall(call, { bodyOf, deadline }, services)
      const { answer: given } = await deadline.race(run)
      finish(given, call, response)
      return given
    } catch (error) {
      const given = error instanceof Refusal ? refused(error) : fail(error, call, response)
      if (error instanceof Refusal) refuse(given, call, response)
      else log.saveVerified(call, given)
      return given
    }
  }

  /** Of a call that is not verified, or a replay. */
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

  function finish(given: Answer, call: ReceivedCall | VerifiedCall, response: Response): void {
    reply(response, serialise(given), { signKey: signKeyOf(call) })
    const { family, signature } = interfaceOf(call.operation)
    const { receivedAt, address } = call
    const { resultCode } = given
    const ms = services.now().getTime() - receivedAt.getTime()
    const activity = activityLabel(call, isActivity)
    metrics.answered({ family, activity, resultCode, seconds: ms / 1000 })
    logCall(services.log, { call, activity, answer: given, ms })
    if ('key' in call) {
      noted.keyUsage.record(address.name, signatures[signature].keyType, call.key, receivedAt)
      noted.standing.note({ call, activity, resultCode })
    }
  }
}

/** The reader of each operation's bodies. */
function createReaders(budget: ByteBudget): (call: ReceivedCall) => ReadBody {
  const limits = new Set(operations.map((operation) => interfaceOf(operation).bodyLimit))
  const readers = new Map([...limits].map((limit) => [limit, createBodyReader(limit, budget)]))
  return ({ operation }) => {
    const { bodyLimit } = interfaceOf(operation)
    const reader = readers.get(bodyLimit)
    if (reader === undefined) throw new Error(`no reader of ${bodyLimit} bytes`)
    return reader
  }
}

function refusalOf(error: unknown): Answer | undefined {
  if (error instanceof Refusal) return refused(error)
  return error instanceof BodyError ? answer(codeOf(error), error.message) : undefined
}

function codeOf({ reason }: BodyError): ResultCode {
  return reason === 'busy' ? '000005' : '000002'
}

/** The Key that signs the answer: the one that verified the call, else the current one. */
function signKeyOf(call: ReceivedCall | VerifiedCall): string | undefined {
  if (!interfaceOf(call.operation).signsAnswers) return undefined
  return 'key' in call ? call.key : call.address.keys.v1[0]
}

// A call that broke its contract may carry any text; a label must not.
function activityLabel(call: ReceivedCall | VerifiedCall, isActivity: IsActivity): string {
  const { activity } = interfaceOf(call.operation)
  if (activity !== undefined) return activity
  const said = 'parsed' in call ? membersOf(call)['activity'] : undefined
  return typeof said === 'string' && isActivity(call.operation, said) ? said : 'unknown'
}
