import { type RequestHandler, type Response, Router } from 'express'
import type { Logger } from 'pino'
import type { ManagementSchemas } from '../contract/index.ts'
import { createWriteProbe } from '../db/health.ts'
import type { OpenDatabase } from '../db/database.ts'
import type { Limits } from '../limits.ts'
import { Problem } from '../management/problem.ts'
import type { Closing } from './closing.ts'
import { replyProblem } from './management/problem.ts'
import type { Metrics } from './metrics.ts'

/** What the state of the service is read from. */
export interface HealthOptions {
  readonly database: Pick<OpenDatabase, 'db' | 'isInPlace'>
  readonly metrics: Metrics
  readonly limits: Limits
  readonly closing: Closing
  readonly log: Logger
  /** How the sites of the store stand. */
  readonly sites: () => ManagementSchemas['SiteState'][]
}

/**
 * Live while the process runs; ready while the database takes what is written, and no stop has begun.
 * Why it is not, and that it is again, is logged once.
 */
export function createHealthRouter(options: HealthOptions): RequestHandler {
  const { database, metrics, limits, closing } = options
  const writeFault = createWriteProbe(database.db)
  const logChange = createChangeLog(options.log)
  const router = Router()
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' })
  })
  router.get('/health/ready', async (_request, response) => {
    if (closing.isBegun()) replyNotReady(response, 'The service stops.')
    else if (!database.isInPlace()) replyNotReady(response, 'The folder of the database is gone.')
    else {
      const fault = await writeFault(limits.readyWithinMs)
      logChange(fault)
      if (fault === undefined) response.json({ status: 'ready', sites: options.sites() })
      else
        replyNotReady(response, 'The database does not answer, or takes nothing that is written.')
    }
  })
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return router
}

function createChangeLog(log: Logger): (fault: Error | undefined) => void {
  let isFaulty = false
  return (fault) => {
    if (isFaulty === (fault !== undefined)) return
    isFaulty = !isFaulty
    if (isFaulty) log.warn({ err: fault }, 'not ready: the database takes nothing that is written')
    else log.info('ready again: the database takes what is written')
  }
}

function replyNotReady(response: Response, detail: string): void {
  replyProblem(response, new Problem(503, detail))
}
