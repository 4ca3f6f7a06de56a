import { contentOf } from '../../explain/bytes.ts'
import { membersOf } from '../../explain/json-text.ts'
import type { Message } from '../../explain/message/message.ts'
import type { NamedKey } from '../../explain/mistakes/key.ts'
import type { SchemeId } from '../../explain/scheme.ts'
import type { KeyType } from '../../simulator/calls/access-keys.ts'
import { type KeyOptions, readAccessKeys } from '../access-keys.ts'
import type { Context } from '../context.ts'
import { ownKeyFile } from '../options.ts'

/** The key that belongs to a message first, and then every other one that was given. */
export function keysFor(
  scheme: SchemeId,
  message: Message,
  { flags, env }: { readonly flags: KeyOptions; readonly env: Context['env'] },
): readonly NamedKey[] {
  const given = readAccessKeys({ ...ownKeyFile(env), ...flags }, env)
  const own = ownKeyType(scheme, message)
  const first = own === undefined ? keysOfNoType(scheme, flags, env) : []
  if (own === undefined && first.length === 0) return []
  const sorted = own === undefined ? types : [own, ...types.filter((type) => type !== own)]
  const all = [
    ...first,
    ...sorted.flatMap((type) => given[type].map((key, at) => ({ name: nameOf(type, at), key }))),
  ]
  return all.filter(({ key }, at) => all.findIndex((one) => one.key === key) === at)
}

const types: readonly KeyType[] = ['basic', 'v1', 'kit', 'license', 'order']

// Key rotation: the current one comes first.
function nameOf(type: KeyType, at: number): string {
  return at === 0 ? type : `${type} (${at + 1})`
}

// SK and the secret of a webhook belong to no interface type. The service has a setting for SK.
function keysOfNoType(
  scheme: SchemeId,
  flags: KeyOptions,
  env: Context['env'],
): readonly NamedKey[] {
  const given = readAccessKeys(flags, {}).basic.map((key) => ({ name: 'key', key }))
  const secret = env['KOOGATE_STORE_SK']
  return given.length === 0 && scheme === 'ak-sk' && secret ? [{ name: 'SK', key: secret }] : given
}

const ofActivity: Readonly<Record<string, KeyType>> = {
  orderNotify: 'order',
  ...{
    refreshLicenseCode: 'license',
    updateLicenseCodeStatus: 'license',
    releaseLicenseCode: 'license',
  },
}

const ofScheme: Readonly<Record<SchemeId, KeyType | undefined>> = {
  ...{ v2: 'basic', 'kit-v2': 'kit', usage: 'basic' },
  ...{ 'v1-query': 'v1', 'v1-body': 'v1', 'body-sign': 'v1' },
  ...{ 'ak-sk': undefined, webhook: undefined },
}

// License C and orders sign as SaaS V2 does, each with a key of its own: the activity tells them apart.
function ownKeyType(scheme: SchemeId, { body }: Message): KeyType | undefined {
  if (scheme !== 'v2') return ofScheme[scheme]
  const content = contentOf(body)
  const activity = typeof content === 'string' ? membersOf(content)?.['activity'] : undefined
  return (typeof activity === 'string' ? ofActivity[activity] : undefined) ?? 'basic'
}
