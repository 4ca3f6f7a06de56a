import { type RequestHandler, Router } from 'express'
import { isReachable } from '../db/health.ts'
import type { Database } from '../db/database.ts'
import type { Limits } from '../limits.ts'
import { Problem } from '../management/problem.ts'
import { replyProblem } from './management/problem.ts'
import type { Metrics } from './metrics.ts'

/** Live while the process runs; ready while the database answers. */
export function createHealthRouter(
  db: Database,
  metrics: Metrics,
  { readyWithinMs }: Limits,
): RequestHandler {
  const router = Router()
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' })
  })
  router.get('/health/ready', async (_request, response) => {
    if (await isReachable(db, readyWithinMs)) response.json({ status: 'ready' })
    else {
      replyProblem(response, new Problem(503, 'The database does not answer.'))
    }
  })
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return router
}
