import { createPublicKey } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { AccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { type DebugCase, debugCasesOf, generations } from '../../src/simulator/calls/debug-cases.ts'
import { type Encryption, createEncryption } from '../../src/simulator/calls/encryption.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import type { PostSigned } from '../../src/webhooks/post-signed.ts'
import { createStoreCaller } from '../../src/simulator/store/caller.ts'
import { pems } from '../crypto/private-keys.ts'
import { manage } from '../harness/management.ts'
import { createDatabase } from '../harness/postgres.ts'
import { webhookSecret } from '../harness/product.ts'
import { drawn, scale } from '../harness/scale.ts'
import { type ServiceOptions, type TestService, keys, startService } from '../harness/service.ts'

type KeyName = 'old' | 'new'

/** What is rotated: the keys that the store signs with and the pair of keys that it encrypts for. */
interface RotatedKeys {
  readonly access: AccessKeys
  readonly pem: string
  /** The saved cases, encrypted by these. */
  readonly cases: readonly DebugCase[]
}

const newKeys: AccessKeys = {
  basic: 'new-basic-key-for-tests',
  v1: 'new-v1-key-for-tests',
  kit: 'new-kit-key-for-tests',
  license: 'new-license-key-for-tests',
  order: 'new-order-key-for-tests',
}
const folder = mkdtempSync(join(tmpdir(), 'koogate-dial-'))
const rotated: Readonly<Record<KeyName, RotatedKeys>> = {
  old: keysOf(keys, pems.old),
  new: keysOf(newKeys, pems.current),
}
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function keysOf(access: AccessKeys, pem: string): RotatedKeys {
  const publicKey = createPublicKey(pem)
  return { access, pem, cases: casesWith(createEncryption({ v1Key: access.v1, publicKey })) }
}

interface Mode {
  readonly name: string
  readonly address?: Readonly<Record<string, unknown>>
  readonly ports?: ServiceOptions['ports']
}

// Whatever comes to real purchases and licenses: for test calls nobody is asked.
const refused = { outcome: 'refused', failure: { code: '000100', reason: 'sold out' } } as const
const nobody: PostSigned = Object.assign(
  () => {
    throw new Error('the product was asked for a test call')
  },
  { close: () => Promise.resolve() },
)
const modes: readonly Mode[] = [
  { name: 'template provisioning' },
  { name: 'manual provisioning', address: { provisioning: 'manual' } },
  {
    name: 'provisioning by webhook',
    address: {
      provisioning: 'webhook',
      webhookUrl: 'http://127.0.0.1:9/koogate',
      webhookSecret: [webhookSecret],
    },
    ports: { postSigned: nobody },
  },
  { name: 'a supervised product', address: { provisioning: 'manual', supervised: true } },
  {
    name: "a port of the seller's that refuses",
    ports: { provision: () => refused, issueLicense: () => refused, checkChange: () => 'no' },
  },
  {
    name: "a port of the seller's that never answers",
    ports: {
      provision: () => new Promise(() => undefined),
      issueLicense: () => new Promise(() => undefined),
    },
  },
]

describe.each(drawn(modes, scale.dialTestModes))('the dial test with $name', (mode) => {
  let service: TestService

  beforeAll(async () => {
    service = await serviceWith(mode, ['new', 'old'])
  })
  afterAll(() => service.stop())

  test(`passes ${scale.dialTestMixes} times in any order of all families, while keys are rotated and after releases`, async () => {
    for (const round of roundsOf(scale.dialTestMixes, ['old', 'new'])) {
      await expectPassed(service, round)
    }
    const { body } = await manage(service, '/instances?test=false')
    expect(body['items']).toEqual([])
  })
})

test('the dial test passes before, during and after a rotation of every key', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const phases: readonly (readonly KeyName[])[] = [['old'], ['new', 'old'], ['new']]
  for (const accepted of phases) {
    const service = await serviceWith({ name: 'rotation' }, accepted, databaseUrl)
    for (const round of roundsOf(1, accepted)) await expectPassed(service, round)
    await service.stop()
  }
})

/** A service whose settings accept these keys, the current ones first. */
async function serviceWith(
  { address, ports }: Mode,
  accepted: readonly KeyName[],
  databaseUrl?: string,
): Promise<TestService> {
  const own = accepted.map((name) => rotated[name])
  const all = (type: keyof AccessKeys) => own.map(({ access }) => access[type])
  const pems = accepted.map((name) => join(folder, `${name}.pem`))
  for (const [at, file] of pems.entries()) writeFileSync(file, own[at]?.pem ?? '')
  const main = {
    basicKey: all('basic'),
    v1Key: all('v1'),
    kitKey: all('kit'),
    licenseKey: all('license'),
    orderKey: all('order'),
    kitPrivateKeyFile: pems,
    changeCheck: 'refuse',
    ...address,
  }
  const file = join(folder, 'addresses.json')
  writeFileSync(file, JSON.stringify({ addresses: { main } }))
  return startService({
    settings: { KOOGATE_CONFIG_FILE: file, KOOGATE_PUBLIC_URL: 'https://seller.example' },
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(ports && { ports }),
  })
}

/** One of the saved cases, and with which keys it is sent. */
interface Sent {
  readonly index: number
  readonly key: KeyName
}

/** The saved cases of all families, with what is encrypted as this encryption does it. */
function casesWith(encryption: Encryption): readonly DebugCase[] {
  return generations.flatMap((generation) => debugCasesOf(generation, encryption))
}

const plain = casesWith({ field: (text) => text, secret: (text) => text })
const indexes = plain.map((_one, index) => index)
const releases = indexes.filter((index) => /^release/.test(plain[index]?.activity ?? ''))

/**
 * Rounds of every case once, in an order and with keys drawn by the seed of the run; in every second
 * one all that there is was released before.
 */
function roundsOf(count: number, accepted: readonly KeyName[]): Sent[][] {
  const most = plain.length * 2
  const order = fc.shuffledSubarray(indexes, { minLength: plain.length })
  const key = fc.constantFrom(...accepted)
  const sent = fc.array(key, { minLength: most, maxLength: most })
  return fc.sample(fc.tuple(order, sent), count).map(([shuffled, drawn], round) => {
    const begun = round % 2 === 0 ? [...releases, ...shuffled] : shuffled
    return begun.flatMap((index, at) => drawn.slice(at, at + 1).map((one) => ({ index, key: one })))
  })
}

async function expectPassed(service: TestService, round: readonly Sent[]): Promise<void> {
  for (const { index, key } of round) {
    const { access, cases } = rotated[key]
    const call = createStoreCaller({ sellerUrl: service.url, keys: access, clock: fastClock() })
    const one = cases[index] ?? fail()
    const { attempts } = await call(() => one, { test: true })
    const [attempt] = attempts
    const said = `${one.name} with the ${key} key: ${JSON.stringify(attempt?.answer)}`
    expect(attempt?.verdict, said).toEqual({ passed: true, faults: [] })
    expect(attempt?.answer.resultCode, said).toBe('000000')
  }
}

function fail(): never {
  throw new Error('no such case')
}
