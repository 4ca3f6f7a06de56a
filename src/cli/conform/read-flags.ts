import { readBaseline } from '../../conform/baseline.ts'
import { readSeed } from '../../conform/case-id.ts'
import type { ConformOptions, StoreOptions } from '../../conform/conform.ts'
import {
  listed,
  readGenerations,
  readPublicKey,
  readSeconds,
  readTarget,
} from '../../conform/options.ts'
import { documentedLimits, type Limits } from '../../conform/seller.ts'
import { usualGenerations } from '../../conform/seller-keys.ts'
import type { Generation } from '../../conform/generations.ts'
import { type KeyOptions, currentKeys, formerKeys, readAccessKeys } from '../access-keys.ts'
import { wrongUse } from '../failure.ts'
import type { Host } from '../host.ts'
import { portRange, readEncryptType, readNumber } from '../options.ts'
import { readTextFile } from '../read-input.ts'

/** What the options of the command say, as they were written. */
export interface ConformFlags extends KeyOptions {
  readonly interfaces?: string
  readonly address?: readonly string[]
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly list?: boolean
  readonly explain?: string
  readonly report?: readonly string[]
  readonly baseline?: string
  readonly replay?: string
  readonly seed?: string
  readonly within?: string
  readonly publicKey?: string
  readonly aes?: string
  readonly full?: boolean
  readonly iOwnThisServer?: boolean
  readonly storePort?: string
}

/** What to judge and how, by the options; throws what tells a wrong use. */
export function readConform(
  url: string | undefined,
  flags: ConformFlags,
  env: Host['env'],
): ConformOptions {
  if (url === undefined)
    throw wrongUse(
      'The production address is missing: koogate conform https://seller.example.com/store.',
      '缺少生产地址：koogate conform https://seller.example.com/store。',
    )
  const target = readTarget(url, flags.address)
  const given = readAccessKeys(flags, env)
  const keys = currentKeys(given)
  if (Object.keys(keys).length === 0) throw noKey()
  const addressed = Object.keys(target.urls ?? {}) as Generation[]
  const { interfaces, baseline, seed, replay, storePort } = flags
  return {
    target,
    keys,
    formerKeys: formerKeys(given),
    generations:
      interfaces === undefined ? usualGenerations(keys, addressed) : readGenerations(interfaces),
    only: (flags.only ?? []).flatMap(listed),
    skip: (flags.skip ?? []).flatMap(listed),
    limits: limitsOf(flags),
    full: flags.full ?? false,
    ownsServer: flags.iOwnThisServer ?? false,
    encryption: encryptionOf(flags),
    ...(replay !== undefined && { replay }),
    ...(seed !== undefined && { seed: readSeed(seed) }),
    ...(baseline !== undefined && {
      baseline: readBaseline(baseline, readTextFile(baseline, '--baseline')),
    }),
    ...(storePort !== undefined && { store: storeOf(storePort, env) }),
  }
}

function noKey() {
  return wrongUse(
    'There is no key to sign with: --key, --key-file or KOOGATE_BASIC_KEY and its like give one.',
    '没有用于签名的密钥：请用 --key、--key-file 或 KOOGATE_BASIC_KEY 等给出。',
  )
}

// The interfaces ask for an answer within 5 s, whatever the debugger waits.
function limitsOf({ within }: ConformFlags): Limits {
  if (within === undefined) return documentedLimits
  const debugMs = 1000 * readSeconds(within, '--within')
  return { debugMs, callMs: Math.min(documentedLimits.callMs, debugMs) }
}

function encryptionOf({ aes, publicKey }: ConformFlags): NonNullable<ConformOptions['encryption']> {
  return {
    encryptType: readEncryptType(aes),
    ...(publicKey !== undefined && {
      publicKey: readPublicKey('--public-key', readTextFile(publicKey, '--public-key')),
    }),
  }
}

function storeOf(storePort: string, env: Host['env']): StoreOptions {
  const { KOOGATE_STORE_AK: accessKey, KOOGATE_STORE_SK: secretKey } = env
  const port = readNumber(storePort, '--store-port', portRange)
  if (accessKey && secretKey) return { port, accessKey, secretKey }
  throw wrongUse(
    '--store-port: KOOGATE_STORE_AK and KOOGATE_STORE_SK say what the seller signs its orders queries with.',
    '--store-port：请用 KOOGATE_STORE_AK 和 KOOGATE_STORE_SK 给出商家查询订单时签名所用的密钥。',
  )
}
