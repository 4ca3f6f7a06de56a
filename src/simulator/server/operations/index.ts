import type { Operation, OperationId } from '../api-context.ts'
import { act } from './act.ts'
import * as catalogue from './catalogue.ts'
import * as consolePages from './console.ts'
import * as sales from './sales.ts'
import * as whole from './whole.ts'

/** Every operation of the contract of the own API; a missing one does not compile. */
export const operations: { readonly [Id in OperationId]: Operation<Id> } = {
  act,
  ...catalogue,
  ...consolePages,
  ...sales,
  ...whole,
}
