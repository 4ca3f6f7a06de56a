import { activityParts } from './activities.ts'
import { callParts } from './call.ts'
import { httpParts } from './http.ts'
import { kitParts } from './kit.ts'
import { memoryParts } from './memory.ts'
import { openApiParts } from './open-api.ts'
import type { Parts } from './parts.ts'
import { shownParts } from './shown.ts'
import { signingParts } from './signing.ts'

/** A seller that does everything right: small, in memory, and written from the documents alone. */
export const right: Parts = {
  ...httpParts,
  ...signingParts,
  ...callParts,
  ...memoryParts,
  ...activityParts,
  ...kitParts,
  ...shownParts,
  ...openApiParts,
}
