import type { ApiContext, Operation } from '../api-context.ts'
import { StoreProblem } from '../store-problem.ts'
import { durationEnd } from '../duration.ts'
import { restoreUsage } from '../kept-usage.ts'
import { clockView, storeView } from '../views/store-view.ts'

const usualWaitSeconds = 20

/** Everything, at once or after the next change. */
export const viewStore: Operation<'viewStore'> = async ({ query, gone }, context) => {
  const { after, wait = usualWaitSeconds } = query
  if (after !== undefined) await context.revisions.after(after, { ms: wait * 1000, gone })
  return viewOf(context)
}

function viewOf({ store, revisions, ...viewed }: ApiContext) {
  return storeView({ ...viewed, data: store().data }, revisions.current())
}

export const advanceClock: Operation<'advanceClock'> = async ({ body }, { store, clock }) => {
  const { by, to } = body
  if ((by === undefined) === (to === undefined))
    throw new StoreProblem(400, 'Give one of by and to.')
  await clock.catchUp()
  const { data, clock: storeClock } = store()
  const moment = by === undefined ? data.timers[0]?.at : durationEnd(by, data.now)
  if (by !== undefined && moment === undefined)
    throw new StoreProblem(
      400,
      'by is a length of time such as PT1H, P1D or P1M, of a year at most.',
    )
  // Nothing is due: the clock stays.
  if (moment !== undefined) await storeClock.advanceTo(new Date(moment))
  return clockView(data, clock)
}

export const setClock: Operation<'setClock'> = async ({ body }, { store, clock, revisions }) => {
  await clock.run(body.running)
  revisions.changed()
  return clockView(store().data, clock)
}

export const downloadState: Operation<'downloadState'> = async (_request, { store, clock }) => {
  await clock.catchUp()
  return { ...store().data }
}

export const resetState: Operation<'resetState'> = async (_request, context) => {
  await context.reset()
  restoreUsage(context.store(), context.usage)
  await context.clock.run(context.clock.isRunning())
  return viewOf(context)
}
