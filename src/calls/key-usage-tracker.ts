import { fingerprint } from '../crypto/fingerprint.ts'
import type { Database } from '../db/database.ts'
import { type KeyUsage, saveKeyUsages } from '../db/key-usage/key-usages.ts'
import type { InterfaceType } from '../domain/address.ts'

/**
 * When each key was last used. Noted in memory and written in bulk: a row a call would make every
 * call wait for the one before. Up to a second of uses is lost when the process is killed.
 */
export interface KeyUsageTracker {
  record(address: string, interfaceType: InterfaceType, key: string, at: Date): void
  save(db: Database): Promise<void>
}

export function createKeyUsageTracker(): KeyUsageTracker {
  const usages = new Map<string, Usage>()
  return {
    record(address, interfaceType, key, at) {
      usages.set(`${address} ${interfaceType} ${key}`, { address, interfaceType, key, at })
    },
    async save(db) {
      const pending = [...usages]
      await saveKeyUsages(
        db,
        pending.map(([, usage]) => rowOf(usage)),
      )
      // Only what was saved is forgotten; a use that came meanwhile is another object.
      for (const [id, usage] of pending) if (usages.get(id) === usage) usages.delete(id)
    },
  }
}

interface Usage {
  readonly address: string
  readonly interfaceType: InterfaceType
  readonly key: string
  readonly at: Date
}

function rowOf({ address, interfaceType, key, at }: Usage): KeyUsage {
  return {
    address,
    interface_type: interfaceType,
    fingerprint: fingerprint(key),
    last_used_at: at,
  }
}
