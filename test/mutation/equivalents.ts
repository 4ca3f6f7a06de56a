/**
 * What no test can tell from the code that it was made of, by file and text; all mutants in it are
 * ignored. Whatever else survives is a test that is missing.
 */
export const equivalents: readonly Equivalent[] = [
  {
    file: 'src/mask/mask.ts',
    codes: ["noName = ''"],
    why: 'any name will do that no rule knows',
  },
  {
    file: 'src/domain/department/department-tree.ts',
    codes: ['one.orgCode < other.orgCode'],
    why: 'no two departments have one code',
  },
  {
    file: 'src/crypto/v1-auth-token.ts',
    codes: ['a < b'],
    why: 'no two members of an object have one name',
  },
  {
    file: 'src/crypto/v1-auth-token.ts',
    codes: ["authToken = ''"],
    why: 'no text fits that is no token',
  },
  {
    file: 'src/crypto/v1-cipher-key.ts',
    codes: ['if (next.equals(state)) next.writeUInt8((next.readUInt8(0) + 1) & 255, 0)'],
    why: 'it is a step of Java, and no Key is known that leads there',
  },
  {
    file: 'src/crypto/oaep.ts',
    codes: ['(index + 1) * (searching & isOne)'],
    why: 'divided by one it is the same, and divided by zero it has no bits either',
  },
  {
    file: 'src/crypto/oaep.ts',
    codes: ['made < length'],
    why: 'what is made too much is cut off',
  },
  {
    file: 'src/crypto/v1-raw-body.ts',
    codes: ['a < b'],
    why: 'no two members of a map have one name',
  },
  {
    file: 'src/crypto/json-unescape.ts',
    codes: ['stop - at > 100'],
    why: 'both ways copy the same bytes, and one is faster for long runs',
  },
  {
    file: 'src/crypto/client-secret.ts',
    codes: ["key.type === 'private'"],
    why: 'both keys tell the modulus; a private one is not exported for it',
  },
  {
    file: 'src/crypto/public-key.ts',
    codes: ['key.asymmetricKeyDetails?.modulusLength'],
    why: 'an RSA key always has details',
  },
  {
    file: 'src/crypto/random-bytes-pool.ts',
    codes: ['pool.length < bytes'],
    why: 'a pool that is made anew too early costs time and gives no byte twice',
  },
  {
    file: 'src/calls/codes/keep-codes.ts',
    codes: ['return []'],
    why: 'of a text in the list nothing is written either: it has no change in it',
  },
  {
    file: 'src/calls/reconcile/repair.ts',
    codes: ['answer === undefined'],
    why: 'an order of which the store was not asked has no drift either',
  },
  {
    file: 'src/calls/read-order.ts',
    codes: ['instanceId === null'],
    why: 'no instance is found without an id either',
  },
  {
    file: 'src/calls/read-order.ts',
    codes: ["'later'"],
    why: 'any kind will do that is not refused',
  },
  {
    file: 'src/calls/kit/flagged-instance.ts',
    codes: ["instanceId = ''"],
    why: 'any id will do that no instance has',
  },
  {
    file: 'src/calls/asks/provision-by-ask.ts',
    codes: ['instance === undefined'],
    why: 'an instance is never deleted, and the next line would fail as well',
  },
  {
    file: 'src/calls/licensing/closed.ts',
    codes: ['instance === undefined'],
    why: 'a license that is still to be made always has its instance',
  },
  {
    file: 'src/calls/rerun/judge-reruns.ts',
    codes: ["''"],
    why: 'any name will do that no instance and no site has',
  },
  {
    file: 'src/calls/v1-app-info.ts',
    codes: ["''"],
    why: 'any text will do that is short',
  },
  {
    file: 'src/calls/license-c/refresh-license-code.ts',
    codes: ['call.body.productId !== undefined'],
    why: 'only a worker of version 0.2 reads it, in an upgrade',
  },
  {
    file: 'src/calls/saas-v2/refresh-instance.ts',
    codes: ['productId !== undefined'],
    why: 'only a worker of version 0.2 reads it, in an upgrade',
  },
  {
    file: 'src/calls/rerun/run-turn.ts',
    codes: ['id === null'],
    why: 'no message is found without an id either',
  },
]

interface Equivalent {
  readonly file: string
  readonly codes: readonly string[]
  readonly why: string
}

/** As far as Stryker hands over a node of Babel's. */
interface Path {
  readonly node: { readonly type: string; readonly start: number; readonly end: number }
  readonly parent: { readonly type: string } | null
  readonly hub: {
    readonly file: { readonly code: string; readonly opts: { readonly filename: string } }
  }
}

function shouldIgnore({ node, parent, hub: { file } }: Path): string | undefined {
  const code = file.code.slice(node.start, node.end)
  const isPassedOver = parent?.type === 'CatchClause' && /^{\s*return undefined\s*}$/.test(code)
  if (isPassedOver) return 'a function that returns nothing returns undefined'
  return equivalents.find(
    (one) => one.codes.includes(code) && file.opts.filename.endsWith(one.file),
  )?.why
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'equivalents', value: { shouldIgnore } }]
