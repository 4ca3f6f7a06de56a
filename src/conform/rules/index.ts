import type { Rule } from '../rule.ts'
import { rule as debuggerHttpStatus } from './debugger/http-status.ts'

/** All rules, sorted by file; a test sees that every file is in it. */
export const rules: readonly Rule[] = [debuggerHttpStatus]
