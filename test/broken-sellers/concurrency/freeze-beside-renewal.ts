import type { Call, Parts, Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'
import { subjectOf, unlessBusy } from '../right-seller/twin-memory.ts'

/** Gives up where another change of the instance came first. */
export const twin: Twin = {
  refreshInstance: orConflict(right.refreshInstance),
  updateStatus: orConflict(right.updateStatus),
}

function orConflict(change: Parts['updateStatus']): Parts['updateStatus'] {
  return (call, seller) =>
    unlessBusy(seller, subjectOf(call), {
      clashes: (other) => other !== subjectOf(call) && aboutOf(other) === aboutOf(subjectOf(call)),
      refuse: () => {
        throw new Error('version conflict')
      },
      work: () => change(call, seller),
    })
}

function aboutOf(subject: string): Call['members'][string] {
  return (JSON.parse(subject) as readonly unknown[])[1]
}
