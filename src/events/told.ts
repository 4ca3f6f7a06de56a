import type { Vault } from '../crypto/vault.ts'
import type { EventOutboxTable } from '../db/event/event-tables.ts'
import { newId } from '../db/new-id.ts'
import type { Origin } from '../domain/scope.ts'

/** What is told of one change, as one type or as several in this order. */
export interface Told extends Origin {
  /**
   * What it is about: events of one topic are told in the order of `seq`, which the database makes greater
   * than the one before for an order, an alarm or usage.
   */
  readonly topic: string
  readonly seq: number
  readonly types: readonly string[]
  /** Something in the data is personal. */
  readonly personal: boolean
  readonly data: object
}

/** The row of the outbox that tells it. */
export function outboxRow(told: Told, vault: Vault, at: Date): EventOutboxTable {
  const ids = told.types.map(newId)
  const [id = newId()] = ids
  return {
    id,
    topic: told.topic,
    topic_seq: told.seq,
    types: told.types,
    ids,
    site: told.site,
    address: told.address,
    test: told.test,
    personal: told.personal,
    at,
    data: vault.encrypt(JSON.stringify(told.data)),
  }
}
