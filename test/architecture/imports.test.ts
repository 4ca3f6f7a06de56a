import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ICruiseResult } from 'dependency-cruiser'

// That src itself breaks none of them is told by npm run lint:imports and lint:code.
// What each rule is for: a file that breaks it, and nothing else in it.
const imports: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['not-up-from-contract', 'contract/planted.ts', `import '../domain/refusal.ts'`],
  ['not-up-from-domain', 'domain/planted.ts', `import '../db/page.ts'`],
  ['not-up-from-domain', 'crypto/planted.ts', `import type {} from '../db/page.ts'`],
  ['not-up-from-db', 'db/order/planted.ts', `import '../../calls/services.ts'`],
  ['not-up-from-calls', 'calls/kit/planted.ts', `export * from '../../http/health.ts'`],
  ['not-up-from-management', 'management/planted.ts', `await import('../http/health.ts')`],
  ['not-up-from-http', 'http/planted.ts', `import '../config/config.ts'`],
  ['no-circular', 'domain/circle-a.ts', `import './circle-b.ts'`],
  ['no-circular', 'domain/circle-b.ts', `import type {} from './circle-a.ts'`],
  ['a-floor-for-every-room', 'cellar/planted.ts', `import '../domain/refusal.ts'`],
  ['only-contract-imports-generated', 'calls/generated.ts', `import '../../generated/seller.ts'`],
  ['only-db-speaks-sql', 'jobs/sql.ts', `import { sql } from 'kysely'`],
  ['only-db-speaks-sql', 'jobs/pg.ts', `import pg from 'pg'`],
  ['simulator-knows-crypto-and-contract-only', 'simulator/a.ts', `import '../domain/refusal.ts'`],
  ['only-tools-import-tools', 'http/simulator.ts', `import '../simulator/clock.ts'`],
  ['tools-know-nothing-of-the-service', 'conform/a.ts', `import '../domain/refusal.ts'`],
  ['explain-runs-in-a-browser', 'explain/a.ts', `import '../crypto/hmac-sha256.ts'`],
  ['client-imports-nothing-of-the-service', 'client.ts', `import './domain/refusal.ts'`],
  [
    'client-takes-types-of-the-contract-only',
    'client.ts',
    `import './domain/refusal.ts'\nimport '../generated/management.ts'`,
  ],
  ['not-to-unresolvable', 'http/nowhere.ts', `import './nowhere-at-all.ts'`],
]
const code: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['no-restricted-properties', 'http/environment.ts', `export const port = process.env['PORT']`],
  ['no-restricted-properties', 'app-environment.ts', `export const { PORT } = process.env`],
  ['no-restricted-properties', 'config/exit.ts', `export const end = () => process.exit(1)`],
  ['no-restricted-imports', 'http/process.ts', `export { env } from 'node:process'`],
  [
    'no-restricted-properties',
    'jobs/select.ts',
    `import type { Database } from '../db/database.ts'\nexport const all = (db: Database) => db.selectFrom('orders')`,
  ],
  ['max-lines', 'domain/long.ts', `${'// a line\n'.repeat(251)}export {}`],
]

describe('in a copy of the sources', () => {
  const copy = mkdtempSync(join(tmpdir(), 'koogate-architecture-'))
  const inCopy = (path: string) => join(copy, 'src', path)

  beforeAll(() => {
    for (const name of ['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.js']) {
      cpSync(name, join(copy, name), { recursive: true })
    }
    writeFileSync(join(copy, '.oxlintrc.json'), withoutTypes())
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
    cpSync('generated', join(copy, 'generated'), {
      recursive: true,
      filter: (path) => !path.includes('site'),
    })
    for (const [, path, text] of [...imports, ...code]) {
      mkdirSync(dirname(inCopy(path)), { recursive: true })
      writeFileSync(inCopy(path), `${text}\n`)
    }
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  function report(command: string, ...args: string[]): unknown {
    const options = { cwd: copy, maxBuffer: 64 * 1024 * 1024 }
    const { stdout } = spawnSync(resolve('node_modules/.bin', command), args, options)
    return JSON.parse(stdout.toString())
  }

  test('every forbidden import that is planted is found, by its rule', () => {
    // They alone and what they import: a circle is closed by the second step.
    const planted = new Set(imports.map(([, path]) => join('src', path)))
    const shape = ['--output-type', 'json', '--max-depth', '2']
    const { summary } = report('depcruise', ...shape, ...planted) as ICruiseResult
    const found = new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`))
    const missed = imports.filter(([rule, path]) => !found.has(`${rule} src/${path}`))
    // A circle is reported at one of its files.
    expect(missed.filter(([rule]) => rule !== 'no-circular')).toEqual([])
    expect([...found].some((one) => one.startsWith('no-circular src/domain/circle-'))).toBe(true)
    expect(new Set(summary.violations.map(({ rule }) => rule.name))).toEqual(
      new Set(imports.map(([rule]) => rule)),
    )
  })

  test('the environment, an exit, SQL and a crowded file are found where they may not be', () => {
    const paths = code.map(([, path]) => join('src', path))
    const { diagnostics } = report('oxlint', '--format', 'json', ...paths) as {
      diagnostics: { code: string; filename: string }[]
    }
    const found = diagnostics.map(({ code, filename }) => `${code} ${filename}`)
    for (const [rule, path] of code) expect(found).toContain(`eslint(${rule}) src/${path}`)
  })
})

// None of these rules asks for types, which would take the compiler seconds.
function withoutTypes(): string {
  const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as object
  return JSON.stringify({ ...config, options: {} })
}
