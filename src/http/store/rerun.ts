import { noDeadline } from '../../calls/deadline.ts'
import type { Rerun } from '../../calls/rerun/stored-call.ts'
import { runCall } from '../../calls/run-call.ts'
import type { Services } from '../../calls/services.ts'
import { reopenCall } from './open-call.ts'
import type { ValidateBody } from './validate-body.ts'

/** Runs kept calls again, the same way as those that come in. */
export function createRerun(bodyOf: ValidateBody, services: Services): Rerun {
  return (stored, { audit, messageId }) =>
    runCall(
      reopenCall(stored, services.now()),
      { bodyOf, deadline: noDeadline, ...(messageId !== undefined && { messageId }) },
      { ...services, audit },
    )
}
