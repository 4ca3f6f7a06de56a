import { activityParts } from './activities.ts'
import { callParts } from './call.ts'
import { licenseParts } from './licenses-and-orders.ts'
import { fieldParts } from './fields.ts'
import { httpParts } from './http.ts'
import { kitParts } from './kit.ts'
import { memoryParts } from './memory.ts'
import { openApiParts } from './open-api.ts'
import type { Parts } from './parts.ts'
import { shownParts } from './shown.ts'
import { signingParts } from './signing.ts'
import { verifyParts } from './verify.ts'

/** A seller that does everything right: small, in memory, and written from the documents alone. */
export const right: Parts = {
  ...httpParts,
  ...signingParts,
  ...verifyParts,
  ...callParts,
  ...memoryParts,
  ...activityParts,
  ...licenseParts,
  ...kitParts,
  ...shownParts,
  ...fieldParts,
  ...openApiParts,
}
