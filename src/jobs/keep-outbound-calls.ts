import type { Services } from '../calls/services.ts'
import { type OutboundCallRow, insertOutboundCalls } from '../db/outbound/outbound-calls.ts'
import { newId } from '../db/new-id.ts'
import { toStorable } from '../domain/storable-text.ts'
import type { OutboundCall } from '../store-api/outbound-call.ts'
import { createSettleQueue } from './webhooks/settle-queue.ts'
import type { Worker } from './worker.ts'

// An order of 100 lines, or some hundred records of usage; an answer of a stranger may be much longer.
const mostText = 64 * 1024
// What came while the database was away: the youngest are worth most.
const mostWaiting = 1_000

/** What is kept of what was said, encrypted. */
export interface OutboundContent {
  readonly request: string
  readonly answer: string | null
}

/** Keeps every attempt of a call to a store, shortly after it has ended. */
export function keepOutboundCalls(services: Services): Worker {
  const { db, log, outboundCalls } = services
  let waiting = 0
  const queue = createSettleQueue<OutboundCallRow>(
    (rows) => insertOutboundCalls(db, rows),
    (error) => log.warn({ err: error }, 'outbound calls could not be kept'),
  )
  const adding = new Set<Promise<void>>()
  const keep = (call: OutboundCall) => {
    if (waiting >= mostWaiting) {
      log.warn({ site: call.site }, 'an outbound call is not kept: too many wait for the database')
      return
    }
    waiting += 1
    const added = queue.add(rowOf(call, services)).finally(() => {
      waiting -= 1
      adding.delete(added)
    })
    adding.add(added)
  }
  outboundCalls.on('call', keep)
  return {
    async stop() {
      outboundCalls.off('call', keep)
      await Promise.all(adding)
    },
  }
}

function rowOf(call: OutboundCall, { vault }: Pick<Services, 'vault'>): OutboundCallRow {
  const { at, site, operation, subject, host, method, path, status, code, result, ms } = call
  const content: OutboundContent = { request: kept(call.request), answer: keptOr(call.answer) }
  return {
    id: newId(),
    ...{ at, site, operation, host, method, result, ms },
    subject: subject === undefined ? null : toStorable(subject),
    path: toStorable(path),
    status: status ?? null,
    code: code ?? null,
    content: vault.encrypt(JSON.stringify(content)),
  }
}

function keptOr(text: string | undefined): string | null {
  return text === undefined ? null : kept(text)
}

function kept(text: string): string {
  return text.slice(0, mostText).toWellFormed()
}
