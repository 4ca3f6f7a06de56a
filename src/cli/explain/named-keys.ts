import type { NamedKey } from '../../explain/mistakes/key.ts'
import type { SchemeId } from '../../explain/scheme.ts'
import type { KeyType } from '../../simulator/calls/access-keys.ts'
import { type GivenKeys, type KeyOptions, readAccessKeys } from '../access-keys.ts'
import { wrongUse } from '../failure.ts'
import type { Host } from '../host.ts'

// Whose key a way of signing takes, the likeliest first; those of the others are tried as wrong ones.
const typesOf: Readonly<Partial<Record<SchemeId, readonly KeyType[]>>> = {
  v2: ['basic', 'license', 'order'],
  'kit-v2': ['kit'],
  'v1-query': ['v1'],
  'v1-body': ['v1'],
  'body-sign': ['v1'],
}

const keyTypes = ['basic', 'v1', 'kit', 'license', 'order'] as const satisfies readonly KeyType[]

/**
 * The keys that are given, the one that belongs to a way of signing first. What is signed by AK/SK or as
 * a webhook has a secret of its own: a key without a type, or that of the environment.
 */
export function namedKeys(
  scheme: SchemeId,
  options: KeyOptions,
  env: Host['env'],
): readonly NamedKey[] {
  const own = scheme in typesOf ? [] : secretsOf(scheme, options, env)
  const given = readAccessKeys(options, env)
  const named = [...own, ...namedOf(given, typesOf[scheme] ?? []), ...namedOf(given, keyTypes)]
  const known = named.filter(({ key }, at) => named.findIndex((one) => one.key === key) === at)
  if (known.length > 0) return known
  throw wrongUse(
    'There is no key: --key, --key-file or the environment gives it.',
    '没有密钥：请用 --key、--key-file 或环境变量给出。',
  )
}

function namedOf(given: GivenKeys, types: readonly KeyType[]): readonly NamedKey[] {
  return types.flatMap((type) => given[type].map((key) => ({ name: type, key })))
}

function secretsOf(
  scheme: SchemeId,
  { key = [] }: KeyOptions,
  env: Host['env'],
): readonly NamedKey[] {
  const name = scheme === 'webhook' ? 'KOOGATE_WEBHOOK_SECRET' : 'KOOGATE_STORE_SK'
  const secrets = [...key, ...(env[name] ?? '').split(',').map((text) => text.trim())]
  return secrets.filter(Boolean).map((secret) => ({ name: scheme, key: secret }))
}
