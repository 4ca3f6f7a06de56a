import { readPublicKey } from '../../conform/options.ts'
import type { AccessKeys } from '../../simulator/calls/access-keys.ts'
import type { Generation } from '../../simulator/calls/calls.ts'
import { endpointOf, urlOf } from '../../simulator/calls/endpoints.ts'
import { carriesSecret, generationsOf } from '../../simulator/trigger/events.ts'
import { type Override, readOverride } from '../../simulator/trigger/override.ts'
import type { TriggerOptions } from '../../simulator/trigger/trigger.ts'
import { type KeyOptions, readAccessKeys } from '../access-keys.ts'
import { wrongUse } from '../failure.ts'
import type { Host } from '../host.ts'
import { ownKeyFile, readEncryptType, readGeneration, readNumber, readUrl } from '../options.ts'
import { readTextFile } from '../read-input.ts'

/** What the options of the command say, as they were written. */
export interface TriggerFlags extends KeyOptions {
  readonly list?: boolean
  readonly url?: string
  readonly generation?: string
  readonly set?: readonly string[]
  readonly real?: boolean
  readonly within?: string
  readonly publicKey?: string
  readonly aes?: string
}

/** One call, of an event and the options; throws Failure for what does not fit. */
export function readTrigger(
  event: string | undefined,
  flags: TriggerFlags,
  env: Host['env'],
): TriggerOptions {
  const generation = generationOf(event, flags)
  const named = { event: event ?? '', generation }
  const { publicKey, aes, within } = flags
  if (carriesSecret(named) && publicKey === undefined)
    throw wrongUse(
      `${event} carries a secret that is encrypted with the seller’s public key: --public-key says which.`,
      `${event} 带有用商家公钥加密的密钥：请用 --public-key 指定公钥。`,
    )
  return {
    ...named,
    address: flags.url === undefined ? ownAddress(named, env) : readUrl(flags.url, '--url'),
    key: keyFor(named, flags, env),
    overrides: (flags.set ?? []).map(readSet),
    isReal: flags.real ?? false,
    encryptType: readEncryptType(aes),
    ...(publicKey !== undefined && {
      publicKey: readPublicKey('--public-key', readTextFile(publicKey, '--public-key')),
    }),
    ...(within !== undefined && {
      withinMs: 1000 * readNumber(within, '--within', { least: 1, most: 600 }),
    }),
  }
}

function generationOf(event: string | undefined, { generation }: TriggerFlags): Generation {
  if (event === undefined)
    throw wrongUse(
      'The event is missing: koogate trigger newInstance, for one; --list shows all.',
      '缺少事件名：例如 koogate trigger newInstance；--list 列出全部。',
    )
  const known = generationsOf(event)
  const wanted = generation === undefined ? known[0] : readGeneration(generation)
  if (wanted !== undefined && known.includes(wanted)) return wanted
  if (known.length === 0)
    throw wrongUse(
      `The store has no call ${event}: koogate trigger --list shows all.`,
      `云商店没有 ${event} 调用：koogate trigger --list 列出全部。`,
    )
  throw wrongUse(
    `--generation is ${wanted}, which has no ${event}; ${known.join(', ')} have it.`,
    `--generation 的值 ${wanted} 没有 ${event}；有它的是 ${known.join('、')}。`,
  )
}

// As Koogate serves it on this machine; the kit's path comes below it.
function ownAddress(
  { generation }: Pick<TriggerOptions, 'generation'>,
  { PORT = '8080' }: Host['env'],
): URL {
  const { below } = endpointOf(generation)
  const product = below === undefined ? generation : 'saasV2'
  return urlOf(product, '', { origin: `http://localhost:${PORT}`, address: 'main' })
}

function keyFor(
  { event, generation }: Pick<TriggerOptions, 'event' | 'generation'>,
  flags: TriggerFlags,
  env: Host['env'],
): string {
  const { keyType } = endpointOf(generation)
  const own = flags.url === undefined && flags.keyFile === undefined
  const given = readAccessKeys(flags, env)[keyType][0]
  const [key] = given === undefined && own ? readAccessKeys(ownKeyFile(env), {})[keyType] : [given]
  if (key !== undefined) return key
  const name = settingOf(keyType)
  throw wrongUse(
    `There is no key to sign ${event} with: --key, --key-file or ${name} gives it.`,
    `没有用于签名 ${event} 的密钥：请用 --key、--key-file 或 ${name} 给出。`,
  )
}

function settingOf(keyType: keyof AccessKeys): string {
  return `KOOGATE_${keyType.toUpperCase()}_KEY`
}

function readSet(text: string): Override {
  const override = readOverride(text)
  if (override !== undefined) return override
  throw wrongUse(
    `--set is ${text}, and neither name=value nor name:=json.`,
    `--set 的值 ${text} 既不是 name=value，也不是 name:=json。`,
  )
}
