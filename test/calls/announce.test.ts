import { EventEmitter } from 'node:events'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { clearAlarm } from '../../src/calls/alarms.ts'
import { announce } from '../../src/calls/announce.ts'
import { createBackgroundWork } from '../../src/calls/background-work.ts'
import type { Services } from '../../src/calls/services.ts'
import { asksQueue } from '../../src/db/ask/asks.ts'
import { fetchOrderQueue, uploadLicenseQueue } from '../../src/db/job/jobs.ts'

/** What is heard of changes once they are committed. */
function heardOf(changes: object, committed = { isPlaced: false }): string[] {
  const [newJobs, newEvents] = [new EventEmitter(), new EventEmitter()]
  const heard: string[] = []
  for (const name of [fetchOrderQueue, uploadLicenseQueue, asksQueue]) {
    newJobs.on(name, () => heard.push(name))
  }
  for (const name of ['outbox', 'placed']) newEvents.on(name, () => heard.push(name))
  const [log, background] = [pino({ level: 'silent' }), createBackgroundWork()]
  const services = { newJobs, newEvents, log, background } as unknown as Services
  announce(changes, services, committed)
  return heard
}

const jobs = [fetchOrderQueue, uploadLicenseQueue, fetchOrderQueue].map((queue) => ({ queue }))

test.each([
  ['nothing', {}, []],
  ['jobs', { jobs }, [fetchOrderQueue, uploadLicenseQueue]],
  ['an instance', { instance: {} }, ['outbox']],
  ['a license', { license: {} }, ['outbox']],
  ['an order', { orderStory: {} }, ['outbox']],
  ['something of a tenant', { told: [{}] }, ['outbox']],
  ['the end of an alarm', { alarms: [clearAlarm('kit.users', 'tenant:t')] }, ['outbox']],
  ['an ask that is due', { ask: { state: 'due' } }, [asksQueue]],
  ['an ask that waits for its order', { ask: { state: 'waiting' } }, []],
  ['an order that arrived', { arrivedOrder: {} }, [asksQueue]],
])('whoever works on it hears of %s, and nobody else', (_what, changes, heard) => {
  expect(heardOf(changes)).toEqual(heard)
})

test('of an event that has its place already those hear that wait for events', () => {
  expect(heardOf({ instance: {} }, { isPlaced: true })).toEqual(['placed'])
})
