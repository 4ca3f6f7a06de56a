import { type RequestHandler, type Response, Router } from 'express'
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
}

/** Live while the process runs; ready while the database takes what is written, and no stop has begun. */
export function createHealthRouter(options: HealthOptions): RequestHandler {
  const { database, metrics, limits, closing } = options
  const canWrite = createWriteProbe(database.db)
  const router = Router()
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' })
  })
  router.get('/health/ready', async (_request, response) => {
    if (closing.isBegun()) replyNotReady(response, 'The service stops.')
    else if (!database.isInPlace()) replyNotReady(response, 'The folder of the database is gone.')
    else if (await canWrite(limits.readyWithinMs)) response.json({ status: 'ready' })
    else replyNotReady(response, 'The database does not answer, or takes nothing that is written.')
  })
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return router
}

function replyNotReady(response: Response, detail: string): void {
  replyProblem(response, new Problem(503, detail))
}
