import { managementCallNamesItsScope } from './management-call-names-its-scope.ts'
import { storeCallTellsRetry } from './store-call-tells-retry.ts'
import { textHasItsChinese } from './text-has-its-chinese.ts'

/** Rules of our own, which Redocly's configurable ones cannot say. */
export default function plugin() {
  return {
    id: 'koogate',
    rules: {
      oas3: {
        'store-call-tells-retry': storeCallTellsRetry,
        'management-call-names-its-scope': managementCallNamesItsScope,
        'text-has-its-chinese': textHasItsChinese,
      },
    },
  }
}
