import { documentRules } from './rules/documents.ts'
import { messageRules } from './rules/messages.ts'
import { operationRules } from './rules/operations.ts'
import { parameterRules } from './rules/parameters.ts'
import type { Rule } from './rules/rule.ts'
import { saidRules } from './rules/said.ts'
import { structureRules } from './rules/structure.ts'
import { valueRules } from './rules/values.ts'

/** Every edit of the corpus. */
export const allRules: readonly Rule[] = [
  ...valueRules,
  ...structureRules,
  ...saidRules,
  ...parameterRules,
  ...operationRules,
  ...messageRules,
  ...documentRules,
]
