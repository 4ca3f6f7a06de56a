import type { Request, RequestHandler, Response } from 'express'
import type { ReceivedCall, VerifiedCall } from '../../calls/call.ts'
import { deadlineMsOf, startDeadline } from '../../calls/deadline.ts'
import type { Noted } from '../../calls/noted.ts'
import { runCall } from '../../calls/run-call.ts'
import type { Services } from '../../calls/services.ts'
import { loadActivities } from '../../contract/activities.ts'
import type { Address } from '../../domain/address.ts'
import { type Answer, answer, refused } from '../../domain/answer.ts'
import { Refusal, type ResultCode } from '../../domain/refusal.ts'
import { interfaceOf, operations } from '../../interfaces.ts'
import type { ByteBudget } from '../byte-budget.ts'
import { dropBody } from '../drain.ts'
import { freeBuffer } from '../growing-buffer.ts'
import type { Metrics } from '../metrics.ts'
import { BodyError, type ReadBody, createBodyReader } from '../read-body.ts'
import { splitTarget } from '../split-target.ts'
import { admit } from './authenticate.ts'
import { spanOf } from './call-line.ts'
import { activityLabel, createEndCalls } from './end-calls.ts'
import { matchRoute } from './match-route.ts'
import { openCall } from './open-call.ts'
import { replyRouteError } from './reply.ts'
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

const routeErrors = { 404: 'unknown address or path', 405: 'method is not served here' } as const

/**
 * Serves the production addresses: the head, which may refuse already, then the bytes; signature,
 * contract, handler; envelope out.
 */
export function createStoreRouter(options: StoreRouterOptions): RequestHandler {
  const { addresses, validateBody: bodyOf, services, noted, metrics, budget } = options
  const readBody = createReaders(budget)
  const isActivity = loadActivities()
  const ends = createEndCalls({ services, noted, metrics, isActivity })

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
      if (given === undefined) ends.fail(error, call, response)
      else ends.refuse(given, call, response)
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
      ends.finish(given, call, response)
      return given
    } catch (error) {
      const given = error instanceof Refusal ? refused(error) : ends.fail(error, call, response)
      if (error instanceof Refusal) ends.refuse(given, call, response)
      else ends.keep(call, given)
      return given
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
