import { readV1Query } from '../../crypto/v1-auth-token.ts'
import type { Vault } from '../../crypto/vault.ts'
import type { ShortMessage } from '../../db/message/short-messages.ts'
import type { SaidCall } from '../../domain/rerun/said.ts'
import { interfaceOf, isOperation } from '../../interfaces.ts'

type Kept = Pick<ShortMessage, 'body' | 'operation' | 'activity' | 'instance_id' | 'license_id'>

/** What a kept call says; undefined where its body was not read, because it is long, or is no object. */
export function saidCall(row: Kept, site: string, vault: Vault): SaidCall | undefined {
  const members = membersOf(row, vault)
  if (members === undefined) return undefined
  const { operation, activity, instance_id: instanceId, license_id: licenseId } = row
  return { site, operation, activity, instanceId, licenseId, members }
}

function membersOf({ body, operation }: Kept, vault: Vault) {
  if (body === null) return undefined
  const text = vault.decrypt(body).toString()
  const isQuery = isOperation(operation) && interfaceOf(operation).method === 'get'
  return isQuery ? readV1Query(text).parameters : objectIn(text)
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined
  } catch {
    return undefined
  }
}
