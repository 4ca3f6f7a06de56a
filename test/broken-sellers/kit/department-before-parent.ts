import { departmentsOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { textOf } from '../right-seller/parse.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Links each department to its parent as it reads it. */
export const twin: Twin = {
  allOrgSync(call, seller) {
    const read = new Set<string>()
    for (const { orgCode, parentCode } of departmentsOf(call)) {
      const parent = textOf(parentCode)
      if (parent !== '' && !read.has(parent)) throw invalid('the parent is unknown')
      read.add(textOf(orgCode))
    }
    return right.allOrgSync(call, seller)
  },
}
