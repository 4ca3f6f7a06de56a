import { readFileSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type TestService, newId, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'

const folder = 'openapi/examples/license'
const Scene = z.object({ value: z.record(z.string(), z.string()) })
const scenes = readdirSync(folder)
  .map((file) => {
    const { value } = Scene.parse(parse(readFileSync(`${folder}/${file}`, 'utf8')))
    return { file, value }
  })
  .filter(({ value }) => value['activity'] !== undefined)

const codes = ['refreshLicenseCode', 'updateLicenseCodeStatus', 'releaseLicenseCode']

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

function send(members: Readonly<Record<string, string>>) {
  const { activity = '' } = members
  if (activity === 'getLicenseAsync') return storeCall(service, members, { path: 'license' })
  if (codes.includes(activity)) return storeCall(service, members, { path: 'license-code' })
  return v1Call(service, members, { path: 'license' })
}

/** Sells what a scene names, so that it is known: an instance of A or of B. */
async function sell({ activity, instanceId: businessId = '' }: Readonly<Record<string, string>>) {
  if (activity === 'getLicenseAsync') {
    await storeCall(service, purchaseOf(newOrder(), { businessId }), { path: 'license' })
  } else if (businessId !== '') {
    const call = { activity: 'getLicense', customerId: 'c', productId: 'p', orderId: newId('CS') }
    await v1Call(service, { ...call, businessId }, { path: 'license' })
  }
}

describe('every scene of the contract', () => {
  test.each(scenes)('$file is taken', async ({ value }) => {
    // Those that change a code come in any order, so each has a code of its own.
    const scene = value['license'] === undefined ? value : { ...value, license: newId('PL') }
    await sell(scene)
    const { body, text } = await send(scene)
    expect(body['resultCode'], text).toBe('000000')
  })
})
