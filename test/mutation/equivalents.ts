/**
 * What no test can tell from the code that it was made of, by file and text; all mutants in it are
 * ignored. Whatever else survives is a test that is missing.
 */
export const equivalents: readonly {
  readonly file: string
  readonly code: string
  readonly why: string
}[] = [
  {
    file: 'src/domain/mask/mask.ts',
    code: "noName = ''",
    why: 'any name will do that no rule knows',
  },
  {
    file: 'src/domain/department/department-tree.ts',
    code: 'one.orgCode < other.orgCode',
    why: 'no two departments have one code',
  },
  {
    file: 'src/crypto/v1-auth-token.ts',
    code: 'a < b',
    why: 'no two members of an object have one name',
  },
  {
    file: 'src/crypto/v1-raw-body.ts',
    code: 'a < b',
    why: 'no two members of a map have one name',
  },
  {
    file: 'src/crypto/json-unescape.ts',
    code: 'stop - at > 100',
    why: 'both ways copy the same bytes, and one is faster for long runs',
  },
]

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
  return equivalents.find((one) => one.code === code && file.opts.filename.endsWith(one.file))?.why
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'equivalents', value: { shouldIgnore } }]
