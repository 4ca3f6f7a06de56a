import type { Vault } from '../../crypto/vault.ts'
import { toAskRow } from '../../db/ask/asks.ts'
import type { ArrivedOrderRow, AskUpdateRow } from '../../db/ask/ask-tables.ts'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import type { Ask, AskKind } from '../../domain/ask/ask.ts'
import type { Failure } from '../../domain/instance/instance.ts'
import type { OrderKey } from '../../domain/instance/order-key.ts'

/** Open asks of an instance that are over, or overdue; one of a kind and a subject, or all of them. */
export interface AskUpdate {
  readonly instanceId: string
  readonly one?: { readonly kind: AskKind; readonly subject: string }
  readonly state: 'done' | 'refused' | 'cancelled' | 'overdue'
  /** Of a refusal. */
  readonly failure?: Failure | null
}

/** An order line that asks may wait for. */
export interface ArrivedOrder extends OrderKey {
  readonly site: string
}

interface AskChanges {
  readonly ask?: Ask | undefined
  readonly askUpdates?: readonly AskUpdate[] | undefined
  readonly arrivedOrder?: ArrivedOrder | undefined
}

interface RowOptions {
  readonly vault: Vault
  readonly now: Date
}

/** The rows of asks for the unit of work. */
export function askRows(
  { ask, askUpdates, arrivedOrder }: AskChanges,
  { vault, now }: RowOptions,
): Pick<UnitOfWork, 'ask' | 'askUpdates' | 'arrivedOrder'> {
  return {
    ask: ask && toAskRow(ask, vault),
    askUpdates: askUpdates?.map((ended) => endRow(ended, now)),
    arrivedOrder: arrivedOrder && orderRow(arrivedOrder, now),
  }
}

function endRow({ instanceId, one, state, failure }: AskUpdate, now: Date): AskUpdateRow {
  return {
    instance_id: instanceId,
    kind: one?.kind ?? null,
    subject: one?.subject ?? null,
    state,
    answer_code: failure?.code ?? (state === 'done' ? '200' : null),
    last_error: failure?.reason ?? null,
    updated_at: now,
  }
}

function orderRow({ site, orderId, orderLineId }: ArrivedOrder, now: Date): ArrivedOrderRow {
  return { site, order_id: orderId, order_line_id: orderLineId, updated_at: now }
}
