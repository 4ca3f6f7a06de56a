import { fingerprint } from '../crypto/fingerprint.ts'
import type { Database } from '../db/database.ts'
import { type KeyUse, saveKeyUses } from '../db/key-usage/key-usages.ts'
import type { InterfaceType } from '../domain/address.ts'

/**
 * When each key was last used. Noted in memory and written in bulk: a row a call would make every
 * call wait for the one before. Up to a second of uses is lost when the process is killed.
 */
export interface KeyUseBook {
  note(address: string, interfaceType: InterfaceType, key: string, at: Date): void
  save(db: Database): Promise<void>
}

export function createKeyUseBook(): KeyUseBook {
  const uses = new Map<string, Use>()
  return {
    note(address, interfaceType, key, at) {
      uses.set(`${address} ${interfaceType} ${key}`, { address, interfaceType, key, at })
    },
    async save(db) {
      const pending = [...uses]
      await saveKeyUses(
        db,
        pending.map(([, use]) => rowOf(use)),
      )
      // Only what was saved is forgotten; a use that came meanwhile is another object.
      for (const [id, use] of pending) if (uses.get(id) === use) uses.delete(id)
    },
  }
}

interface Use {
  readonly address: string
  readonly interfaceType: InterfaceType
  readonly key: string
  readonly at: Date
}

function rowOf({ address, interfaceType, key, at }: Use): KeyUse {
  return {
    address,
    interface_type: interfaceType,
    fingerprint: fingerprint(key),
    last_used_at: at,
  }
}
