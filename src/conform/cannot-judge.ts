import type { Text } from '../simulator/text.ts'

/** The seller gives nothing to judge a rule by; the reason is told in the report. */
export class CannotJudge extends Error {
  override readonly name = 'CannotJudge'
  readonly reason: Text

  constructor(reason: Text) {
    super(reason.en)
    this.reason = reason
  }
}
