import type { Answer, Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

function without(answer: Answer, ...names: readonly string[]): Answer {
  const left = Object.entries(answer).filter(([name]) => !names.includes(name))
  const { resultCode, resultMsg } = answer
  return { resultCode, resultMsg, ...Object.fromEntries(left) }
}

/** Shows no address, no license, and of License A no instance. */
export const twin: Twin = {
  async newInstance(call, seller) {
    const answer = await right.newInstance(call, seller)
    return call.generation === 'licenseA'
      ? without(answer, 'instanceId')
      : without(answer, 'license')
  },
  appInfo(instance, call, seller) {
    const shown = Object.entries(right.appInfo(instance, call, seller))
    return Object.fromEntries(shown.filter(([name]) => name !== 'frontEndUrl'))
  },
}
