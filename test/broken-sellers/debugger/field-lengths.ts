import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Says more in its message than there is room for. */
export const twin: Twin = {
  serialise: (answer) =>
    right.serialise(
      answer.resultCode === '000000'
        ? { ...answer, resultMsg: 'The call was carried out with success. '.repeat(8) }
        : answer,
    ),
}
