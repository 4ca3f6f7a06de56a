import { readFileSync } from 'node:fs'
import { readBaseline } from '../../conform/baseline.ts'
import { readSeed } from '../../conform/case-id.ts'
import type { ConformOptions, StoreOptions } from '../../conform/conform.ts'
import { keyTypes, type SellerKeys, usualGenerations } from '../../conform/seller-keys.ts'
import { documentedLimits } from '../../conform/seller.ts'
import type { Target } from '../../conform/target.ts'
import type { Generation } from '../../simulator/calls/calls.ts'
import { type KeyOptions, readAccessKeys } from '../access-keys.ts'
import { wrongUse } from '../failure.ts'
import type { Host } from '../host.ts'
import {
  encryptTypeOf,
  portRange,
  readGeneration,
  readNumber,
  readPublicKey,
  readUrl,
} from '../options.ts'

/** What the options of the command say, as they were written. */
export interface ConformFlags extends KeyOptions {
  readonly generation?: readonly string[]
  readonly address?: readonly string[]
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly list?: boolean
  readonly explain?: string
  readonly replay?: string
  readonly seed?: string
  readonly baseline?: string
  readonly report?: readonly string[]
  readonly within?: string
  readonly lanes?: string
  readonly publicKey?: string
  readonly aes?: string
  readonly full?: boolean
  readonly iOwnThisServer?: boolean
  readonly storePort?: string
}

/** A run, of the address and the options. Throws Failure or WrongUse for what does not fit. */
export function readConform(
  url: string | undefined,
  flags: ConformFlags,
  env: Host['env'],
): ConformOptions {
  const target = targetOf(url, flags)
  const keys = keysOf(flags, env)
  const { only = [], skip = [], replay, seed, baseline, within, lanes, publicKey, aes } = flags
  const store = storeOf(flags, env)
  return {
    target,
    keys,
    generations: generationsOf(flags, keys, target),
    only: only.flatMap(listed),
    skip: skip.flatMap(listed),
    full: flags.full ?? false,
    ownsServer: flags.iOwnThisServer ?? false,
    encryption: {
      encryptType: encryptTypeOf(aes ?? '256'),
      ...(publicKey !== undefined && { publicKey: readPublicKey(publicKey) }),
    },
    ...(replay !== undefined && { replay }),
    ...(seed !== undefined && { seed: readSeed(seed) }),
    ...(baseline !== undefined && { baseline: readBaseline(baseline, textOf(baseline)) }),
    ...(within !== undefined && { limits: limitsWithin(within) }),
    ...(lanes !== undefined && { lanes: readNumber(lanes, '--lanes', { least: 1, most: 64 }) }),
    ...(store !== undefined && { store }),
  }
}

function targetOf(url: string | undefined, { address = [] }: ConformFlags): Target {
  if (url === undefined)
    throw wrongUse(
      'The address is missing: koogate conform https://seller.example.com/store --key …',
      '缺少地址：koogate conform https://seller.example.com/store --key …',
    )
  const base = bare(readUrl(url, 'The address'))
  const own = address.map((text) => {
    const [, name, place] = /^(\w+)=(.+)$/.exec(text) ?? []
    if (name === undefined || place === undefined)
      throw wrongUse(
        `--address is ${text}, and not such as orders=/notify or orders=https://….`,
        `--address 的值 ${text} 不是 orders=/notify 或 orders=https://… 的形式。`,
      )
    const at = URL.parse(place, base.href)?.href ?? place
    return [readGeneration(name), bare(readUrl(at, '--address'))] as const
  })
  return { url: base, urls: Object.fromEntries(own) }
}

// The signature stands in the query, and the store sends no user name.
function bare(url: URL): URL {
  if (url.username === '' && url.search === '' && url.hash === '') return url
  throw wrongUse(
    `The address ${url.origin}${url.pathname} carries a query or a user name, which the store does not send.`,
    `地址 ${url.origin}${url.pathname} 带有查询参数或用户名，云商店不会发送这些内容。`,
  )
}

// Of each interface type the current key.
function keysOf(flags: ConformFlags, env: Host['env']): SellerKeys {
  const given = readAccessKeys(flags, env)
  const current = keyTypes.flatMap((type) => given[type].slice(0, 1).map((key) => [type, key]))
  if (current.length > 0) return Object.fromEntries(current) as SellerKeys
  throw wrongUse(
    'There is no key to sign with: --key, --key-file or KOOGATE_BASIC_KEY and its like give it.',
    '没有用于签名的密钥：请用 --key、--key-file 或 KOOGATE_BASIC_KEY 等环境变量给出。',
  )
}

function generationsOf(
  { generation = [], key = [] }: ConformFlags,
  keys: SellerKeys,
  { urls = {} }: Target,
): readonly Generation[] {
  const named = generation.flatMap(listed).map(readGeneration)
  if (named.length > 0) return [...new Set(named)]
  const addressed = Object.keys(urls).map(readGeneration)
  // A key of no type opens everything: it says nothing of what the seller sells.
  const isTyped = key.every((text) => /^(basic|v1|kit|license|order)=/.test(text))
  return usualGenerations(isTyped ? keys : {}, isTyped ? addressed : [...addressed, 'saasV2'])
}

function limitsWithin(within: string) {
  const debugMs = 1000 * readNumber(within, '--within', { least: 1, most: 600 })
  return { debugMs, callMs: Math.min(documentedLimits.callMs, debugMs) }
}

function storeOf({ storePort, full }: ConformFlags, env: Host['env']): StoreOptions | undefined {
  if (storePort === undefined) return undefined
  const port = readNumber(storePort, '--store-port', portRange)
  const [accessKey, secretKey] = [env['KOOGATE_STORE_AK'], env['KOOGATE_STORE_SK']]
  if (!full)
    throw wrongUse(
      '--store-port goes with --full: a test call asks for no order.',
      '--store-port 须与 --full 同用：测试调用不会查询订单。',
    )
  if (accessKey && secretKey) return { port, accessKey, secretKey }
  throw wrongUse(
    '--store-port needs KOOGATE_STORE_AK and KOOGATE_STORE_SK in the environment: what the seller signs its order queries with.',
    '--store-port 需要环境变量 KOOGATE_STORE_AK 和 KOOGATE_STORE_SK：商家查询订单时用它们签名。',
  )
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? ''
    throw wrongUse(
      `--baseline: ${path} cannot be read (${code}).`,
      `--baseline：无法读取 ${path}（${code}）。`,
      { cause },
    )
  }
}

/** The names in a list with commas. */
export function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
