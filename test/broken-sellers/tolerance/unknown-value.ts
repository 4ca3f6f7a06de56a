import { Crash, crashes } from '../right-seller/for-twins.ts'
import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

const scenes = ['TRIAL_TO_FORMAL', 'RENEWAL', 'UNSUBSCRIBE_RENEWAL_PERIOD', 'RENEWAL_CHANGE']
const modes = ['0', '1', '3', '5']

/** Fails on the enum, in a place where nobody catches it. */
export const twin: Twin = {
  ...crashes,
  checkMembers(call) {
    right.checkMembers(call)
    const { scene = 'RENEWAL', chargingMode = '1' } = call.members
    const isKnown = scenes.includes(String(scene)) && modes.includes(String(chargingMode))
    if (!isKnown) throw new Crash('no enum constant')
  },
}
