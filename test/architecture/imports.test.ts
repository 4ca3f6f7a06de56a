import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

// The floors of the house (CONTRIBUTING.md). A room imports from its own floor or from below.
const floors: Readonly<Record<string, number>> = {
  'contract.ts': 0,
  contract: 0,
  'limits.ts': 0,
  domain: 1,
  crypto: 1,
  db: 2,
  store: 2,
  delivery: 2,
  handlers: 3,
  http: 3,
  simulator: 3,
  config: 4,
  'config.ts': 4,
  'housekeeping.ts': 4,
  'app.ts': 4,
  'client.ts': 4,
  'main.ts': 4,
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }))

const roomOf = (path: string) => path.split('/')[0] ?? path

/** Files of src/ that a source imports, by their path below src/; outside ones keep their `../`. */
function importsOf({ path, text }: { path: string; text: string }): string[] {
  const specifiers = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, to = '']) => to)
  return specifiers.map((specifier) => normalize(join(dirname(path), specifier)))
}

describe('the house', () => {
  test('has a floor for every room', () => {
    const rooms = new Set(sources.map(({ path }) => roomOf(path)))
    expect([...rooms].filter((room) => floors[room] === undefined)).toEqual([])
  })

  test('imports go down only', () => {
    const upward = sources.flatMap((source) =>
      importsOf(source)
        .filter((to) => !to.startsWith('..'))
        .filter((to) => (floors[roomOf(to)] ?? 9) > (floors[roomOf(source.path)] ?? 0))
        .map((to) => `${source.path} -> ${to}`),
    )
    expect(upward).toEqual([])
  })

  test('the client, which runs in browsers, imports nothing of the service', () => {
    const client = readFileSync('src/client.ts', 'utf8')
    const imported = [...client.matchAll(/^import (type )?.* from '([^']+)'$/gm)]
    expect(imported.map(([, type = '', from = '']) => type + from)).toEqual([
      'type ../generated/management.ts',
    ])
  })

  test('the simulator knows crypto and the contract, never the inside of the service', () => {
    const allowed = ['simulator', 'crypto', 'contract.ts', 'contract']
    const others = sources
      .filter(({ path }) => roomOf(path) === 'simulator')
      .flatMap(importsOf)
      .filter((to) => !allowed.includes(roomOf(to)))
    expect(others).toEqual([])
  })

  test.each([
    [
      // The client takes types alone: it runs in browsers, where contract.ts does not.
      'only contract.ts touches generated/, but for the client',
      /generated\//,
      /^(contract\.ts|client\.ts|http\/docs.*)$/,
    ],
    ['only config.ts reads the environment', /process\.env/, /^config\.ts$/],
    ['only db/ speaks SQL', /from 'kysely'|from 'pg'|pgboss|\bselectFrom\(/, /^db\//],
    ['only main.ts ends the process', /process\.exit/, /^(main\.ts|cli\/)/],
  ])('%s', (_rule, pattern, allowed) => {
    const offenders = sources
      .filter(({ text }) => pattern.test(withoutComments(text)))
      .map(({ path }) => path)
    expect(offenders.filter((path) => !allowed.test(path))).toEqual([])
  })

  test('its rooms are not crowded', () => {
    const crowded = sources.filter(({ text }) => text.split('\n').length > 250)
    expect(crowded.map(({ path }) => path)).toEqual([])
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
