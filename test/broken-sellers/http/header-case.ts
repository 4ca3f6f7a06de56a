import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

const printed = ['x-sign', 'authToken']

/** Looks headers up by the very spelling of the documents. */
export const twin: Twin = {
  route(request) {
    const names = request.rawHeaders.filter((_value, at) => at % 2 === 0)
    const isSign = (name: string) => printed.some((one) => one.toLowerCase() === name.toLowerCase())
    const given = names.filter(isSign)
    return given.every((name) => printed.includes(name)) ? right.route(request) : 401
  },
}
