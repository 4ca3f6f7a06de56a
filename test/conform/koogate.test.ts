import { createPublicKey, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conform, type ConformOptions } from '../../src/conform/conform.ts'
import type { Judgement } from '../../src/conform/judgement.ts'
import { endingOf, type Report } from '../../src/conform/report.ts'
import { noUsage } from '../../src/conform/life/usage.ts'
import { rules } from '../../src/conform/rules/index.ts'
import { keyTypes } from '../../src/conform/seller-keys.ts'
import type { Target } from '../../src/conform/target.ts'
import { generatePrivateKey, readPrivateKey } from '../../src/crypto/public-key.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import type { Generation } from '../../src/simulator/calls/calls.ts'
import { generations } from '../../src/conform/generations.ts'
import { urlOf } from '../../src/simulator/calls/endpoints.ts'
import { portsInARow } from '../harness/ports-in-a-row.ts'
import { drawn, scale } from '../harness/scale.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'

const inTime = 60_000
const formerKeys = makeAccessKeys()
// The keys are being changed: both hold.
const bothKeys = Object.fromEntries(
  keyTypes.map((type) => [
    `KOOGATE_${type.toUpperCase()}_KEY`,
    `${keys[type]},${formerKeys[type]}`,
  ]),
)

let service: TestService
let publicKey: KeyObject
let storePort: number

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-conform-'))
  const [pem, keyFile] = [await generatePrivateKey(), join(folder, 'key.pem')]
  writeFileSync(keyFile, pem)
  publicKey = createPublicKey(readPrivateKey(pem))
  storePort = await portsInARow(1)
  const url = new URL(`http://127.0.0.1:${storePort}`)
  const shown = { KOOGATE_USER_NAME: 'admin', KOOGATE_KIT_PRIVATE_KEY_FILE: keyFile }
  const settings = { ...storeSettings({ url }), ...bothKeys, ...shown }
  service = await startService({ settings })
  rmSync(folder, { recursive: true })
})
afterAll(() => service.stop())

/** Where Koogate has the interfaces of each generation. */
function target(): Target {
  const at = (generation: Generation) =>
    urlOf(generation, '', { origin: service.url, address: 'main' })
  const apart = ['licenseA', 'licenseB', 'licenseC', 'orders'] as const
  return { url: at('saasV2'), urls: Object.fromEntries(apart.map((one) => [one, at(one)])) }
}

function judged(options: Partial<ConformOptions> = {}): Promise<Report> {
  const store = { port: storePort, ...credentials }
  const asked = drawn(generations, scale.judgedGenerations)
  const only = drawn(rules, scale.rulesAtKoogate).map(({ id }) => id)
  const own = {
    target: target(),
    keys,
    formerKeys,
    encryption: { publicKey },
    generations: asked,
    only,
    store,
  }
  return conform({ ...own, ...options })
}

function told({ rule, generation, standing, breaches, reason }: Judgement): string {
  const found = breaches.map(({ message }) => message.en).join(' ')
  return `${rule.id}@${generation} ${standing}: ${reason?.en ?? ''}${found}`
}

/**
 * What is wrong or undecided, in words; what another kind of run is needed for is not. Usage is a
 * product's to tell: koogate-usage.test.ts has one.
 */
function exceptions({ judgements }: Report): readonly string[] {
  return judgements
    .filter(({ standing, lacks }) => standing !== 'kept' && !lacks)
    .filter(({ reason }) => reason !== noUsage)
    .map(told)
}

describe('Koogate', () => {
  test('keeps every rule of every generation in under a minute', async () => {
    const report = await judged()
    expect(exceptions(report)).toEqual([])
    expect(endingOf(report)).toBe('kept')
    expect(report.milliseconds).toBeLessThan(inTime)
  })

  test('keeps those of real lives too', async () => {
    const report = await judged({ full: true, ownsServer: true })
    expect(exceptions(report)).toEqual([])
    expect(endingOf(report)).toBe('kept')
    expect(report.milliseconds).toBeLessThan(inTime)
  })
})
