import { setTimeout as pause } from 'node:timers/promises'
import { truncated } from '../../../simulator/faults/wire-faults.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Spoil } from '../../exchange.ts'
import { posted } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

const mostMs = 2_000
// The other one hangs first, and for longer than anybody waits for the call beside it.
const aheadMs = 50
const longerMs = 500

export const rule = {
  id: 'time/stalled-body',
  generations: posted,
  severity: 'warning',
  source: {
    ...documents.requirements,
    note: {
      en: 'The time holds for each call, whatever another connection does (inferred).',
      zh: '时限针对每次调用，与其他连接的状态无关（推断）。',
    },
  },
  title: {
    en: 'Answers other calls while one connection has stopped in the middle of its body.',
    zh: '某个连接的请求体传到一半停住时，仍能应答其他调用。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Do not read one request after the other on a single thread; set a time limit for reading a body.',
    zh: '不要在单个线程中依次读取请求；为读取请求体设置超时。',
  },
  alone: true,
  async judge(seller) {
    await plainCall(seller)
    const patience = Math.min(seller.limits.callMs, mostMs)
    const cutOff = seller.waiting(aheadMs + patience + longerMs)
    const hanging = cutOff.call(seller.plain, seller.valid(seller.plain), stalled)
    await pause(aheadMs)
    const found = await mustAccept(seller.waiting(patience), {
      what: {
        en: 'A call beside a connection that has stopped in the middle of its body',
        zh: '在另一个连接的请求体传到一半停住时发出的调用',
      },
    })
    await hanging
    return found
  },
} satisfies Rule

// Cut off, and the connection left open.
const stalled: Spoil = (request) => ({ ...truncated(request), end: false })
