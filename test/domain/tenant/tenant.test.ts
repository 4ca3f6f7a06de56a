import { describe, expect, test } from 'vitest'
import {
  type Binding,
  type KitChange,
  isStale,
  syncTenant,
} from '../../../src/domain/tenant/tenant.ts'

const made = new Date('2027-01-01T00:00:00.000Z')
const told = new Date('2027-03-01T00:00:00.000Z')
const now = new Date('2027-06-01T00:00:00.000Z')
const expected: Binding = {
  site: 'china',
  address: 'main',
  test: false,
  tenantId: 't-1',
  instanceId: 'i-1',
  orderId: null,
  tenantCode: null,
  name: null,
  domainName: null,
  state: 'expected',
  timeStamp: null,
  departmentsAt: made,
  createdAt: made,
  updatedAt: made,
}
const facts = { orderId: 'CS-1', tenantCode: 'c-1', name: 'One', domainName: 'one.example.com' }
const bound: Binding = { ...expected, ...facts, state: 'bound', timeStamp: made }
const deleted: Binding = { ...bound, state: 'deleted' }
const call = (change: KitChange) => ({
  change,
  orderId: 'CS-2',
  tenantCode: 'c-2',
  name: 'Two',
  domainName: 'two.example.com',
  timeStamp: told,
})
const newFacts = {
  orderId: 'CS-2',
  tenantCode: 'c-2',
  name: 'Two',
  domainName: 'two.example.com',
}
const synced = { timeStamp: told, updatedAt: now }

describe('a tenantSync', () => {
  test.each(['add', 'revoke', 'modify'] as const)('%s binds one that is unknown', (change) => {
    const after = syncTenant(expected, call(change), now)
    expect(after).toEqual({ ...expected, ...newFacts, ...synced, state: 'bound' })
  })

  test.each(['add', 'revoke'] as const)('%s tells all of it anew', (change) => {
    for (const binding of [bound, deleted]) {
      const after = syncTenant(binding, call(change), now)
      expect(after).toEqual({ ...bound, ...newFacts, ...synced })
    }
  })

  test('modify tells name and domain, and leaves order and code as they are known', () => {
    const { name, domainName } = newFacts
    for (const binding of [bound, deleted]) {
      const after = syncTenant(binding, call('modify'), now)
      expect(after).toEqual({ ...bound, name, domainName, ...synced })
    }
  })

  test('without an order leaves the one that is known', () => {
    for (const change of ['add', 'modify'] as const) {
      const after = syncTenant(bound, { ...call(change), orderId: null }, now)
      expect(after.orderId).toBe('CS-1')
    }
  })

  test('delete keeps what is known, and of one that is unknown what it tells', () => {
    const known = syncTenant(bound, call('delete'), now)
    expect(known).toEqual({ ...bound, ...synced, state: 'deleted' })
    const unknown = syncTenant(expected, call('delete'), now)
    expect(unknown).toEqual({ ...expected, ...newFacts, ...synced, state: 'deleted' })
  })

  test('that is older than what is known changes nothing', () => {
    const newer = { ...bound, timeStamp: now }
    expect(syncTenant(newer, call('add'), now)).toBe(newer)
  })
})

test('an equal time is applied, and so is the first', () => {
  expect(isStale(told, now)).toBe(true)
  expect(isStale(told, new Date(told))).toBe(false)
  expect(isStale(now, told)).toBe(false)
  expect(isStale(told, null)).toBe(false)
  expect(isStale(new Date('1969-12-31T00:00:00.000Z'), null)).toBe(false)
})
