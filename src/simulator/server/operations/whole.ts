import type { Operation } from '../api-context.ts'
import { StoreProblem } from '../store-problem.ts'
import { durationEnd } from '../duration.ts'
import { clockView, storeView } from '../views/store-view.ts'

const usualWaitSeconds = 20

/** Everything, at once or after the next change. */
export const viewStore: Operation<'viewStore'> = async ({ query, gone }, context) => {
  const { store, usage, centre, revisions } = context
  const { after, wait = usualWaitSeconds } = query
  if (after !== undefined) await revisions.after(after, { ms: wait * 1000, gone })
  return storeView({ data: store().data, usage, centre }, revisions.current())
}

export const advanceClock: Operation<'advanceClock'> = async ({ body }, { store }) => {
  const { data, clock } = store()
  const { by, to } = body
  if ((by === undefined) === (to === undefined))
    throw new StoreProblem(400, 'Give one of by and to.')
  const moment = by === undefined ? data.timers[0]?.at : durationEnd(by, data.now)
  if (by !== undefined && moment === undefined)
    throw new StoreProblem(
      400,
      'by is a length of time such as PT1H, P1D or P1M, of a year at most.',
    )
  // Nothing is due: the clock stays.
  if (moment !== undefined) await clock.advanceTo(new Date(moment))
  return clockView(data)
}

export const downloadState: Operation<'downloadState'> = (_request, { store }) => ({
  ...store().data,
})

export const resetState: Operation<'resetState'> = async (_request, context) => {
  await context.reset()
  const { store, usage, centre, revisions } = context
  return storeView({ data: store().data, usage, centre }, revisions.current())
}
