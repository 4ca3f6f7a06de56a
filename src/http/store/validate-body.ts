import type { VerifiedCall } from '../../calls/call.ts'
import { firstViolation, loadOperationValidators, validationMessage } from '../../contract/index.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStoreTime } from '../../domain/time/store-time.ts'
import { interfaceOf } from '../../interfaces.ts'
import { withListsRead } from './kit-lists.ts'
import { presentMembers } from './parsed-body.ts'

/** The body of a call, valid by its contract. Throws Refusal 000002, which names the field. */
export type ValidateBody = (call: VerifiedCall) => unknown

const formats = { 'store-time': (text: string) => parseStoreTime(text) !== undefined }

let loaded: Promise<ValidateBody> | undefined

/**
 * The validator of the seller contract, which a process loads and compiles once. What the contract says
 * of timestamp, nonce and signature was asked before the body.
 */
export function createBodyValidator(): Promise<ValidateBody> {
  return (loaded ??= loadBodyValidator())
}

async function loadBodyValidator(): Promise<ValidateBody> {
  const validatorOf = await loadOperationValidators('seller', formats)
  return (call) => {
    const body = bodyOf(call)
    const violation = firstViolation(validatorOf(call.operation)(body))
    if (violation !== undefined) throw new Refusal('000002', validationMessage(violation))
    return body
  }
}

function bodyOf({ operation, parsed }: VerifiedCall): unknown {
  const read = parsed()
  if ('refusal' in read) throw read.refusal
  const present = presentMembers(read.members)
  const { family } = interfaceOf(operation)
  return family === 'kit' ? withListsRead(present, read.members) : present
}
