import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { notesOf } from '../right-seller/twin-memory.ts'

const requests = new WeakMap<Buffer, IncomingMessage>()
const provisioningMs = 40

/** Locks an order while it provisions, and gives the lock back when it answers: to nobody, if that hung up. */
export const twin: Twin = {
  async readBody(request, limit) {
    const body = await right.readBody(request, limit)
    requests.set(body, request)
    return body
  },
  async newInstance(call, seller) {
    const lock = `lock ${seller.does.claimOf(call)}`
    const locks = notesOf(seller.memory)
    if (locks.has(lock)) throw new Refusal('000005', 'the order is locked')
    locks.set(lock, '')
    await pause(provisioningMs)
    const answer = await right.newInstance(call, seller)
    if (requests.get(call.rawBody)?.socket.destroyed !== true) locks.delete(lock)
    return answer
  },
}
