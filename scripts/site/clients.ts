// The clients of the management API that a seller downloads from the docs: one file a language, made
// from the contract by Redocly, and the package of src/client.ts.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTarGzip } from 'nanotar'
import type { ContractDocument } from './contract-documents.ts'
import { redoclyEnvironment } from '../shared/redocly-environment.ts'

/** What is served of each language. */
export const clientFiles = {
  typescript: 'koogate.ts',
  java: 'Koogate.java',
  python: 'koogate.py',
  go: 'koogate.go',
  php: 'koogate.php',
} as const
/** The package of the TypeScript client, as npm installs it. */
export const clientPackage = 'koogate-client.tgz'

/** What the package is made of, but for the contract's types. */
export const clientSources = ['README.md', 'LICENSE', 'package.json', 'tsconfig.json'].map(
  (name) => `client/${name}`,
)

/** Makes a folder of clients of the management contract. */
export async function makeClients(folder: string, contract: ContractDocument): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await inScratch(async (scratch) => {
    generateInto(folder, scratch, contract)
    writeFileSync(join(folder, clientPackage), await packClient(join(scratch, 'dist')))
  })
}

function generateInto(folder: string, scratch: string, contract: ContractDocument): void {
  const source = join(scratch, 'management.json')
  writeFileSync(source, JSON.stringify(forGenerators(contract)))
  const output = join(folder, clientFiles.typescript)
  const languages = Object.keys(clientFiles).flatMap((name) => ['--generator', name])
  run('@redocly/cli/bin/cli.js', 'generate-client', source, '--output', output, ...languages)
}

/**
 * The document as the generators should read it. Enumerations of what is told may grow, and some of the
 * languages throw at a value that they do not know: there they are texts, whose values are described. PHP
 * fails at an object that has to be there and is `null`: it may be left out. Packages and namespaces are
 * named after the title.
 */
function forGenerators(contract: ContractDocument): object {
  const read: unknown = JSON.parse(
    JSON.stringify(contract, (_name, value: unknown) => withOptionalNulls(withOpenText(value))),
  )
  const document = read as { readonly info: object }
  return { ...document, info: { ...document.info, title: 'Koogate' } }
}

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

function withOpenText(value: unknown): unknown {
  if (!isObject(value) || value['x-extensible'] !== true || !Array.isArray(value['enum']))
    return value
  const { enum: values, description = '', ...schema } = value
  const known = (values as (string | null)[])
    .filter((one) => one !== null)
    .map((one) => `\`${one}\``)
  return {
    ...schema,
    description: `${String(description)} Known are ${known.join(', ')}; more may come.`,
  }
}

function withOptionalNulls(value: unknown): unknown {
  if (!isObject(value) || !Array.isArray(value['required']) || !isObject(value['properties']))
    return value
  const { properties } = value
  const required = (value['required'] as string[]).filter(
    (name) => !mayBeNoObject(properties[name]),
  )
  return { ...value, required }
}

function mayBeNoObject(schema: unknown): boolean {
  if (!isObject(schema)) return false
  const { type, oneOf, anyOf } = schema
  const isNull = (one: unknown) => isObject(one) && one['type'] === 'null'
  const choices = [oneOf, anyOf].flatMap((all) => (Array.isArray(all) ? (all as unknown[]) : []))
  if (choices.some(isNull)) return true
  return (
    Array.isArray(type) &&
    type.includes('null') &&
    ['object', 'array'].some((one) => type.includes(one))
  )
}

/** Compiles the client into a folder and packs it, as `npm pack` in client/ does; npm need not be there. */
async function packClient(compiled: string): Promise<Uint8Array> {
  run('typescript/bin/tsc', '-p', 'client', '--outDir', compiled)
  const sources = clientSources.filter((path) => !path.endsWith('tsconfig.json'))
  const files = [
    ...sources.map((path) => ({ name: path.replace('client/', 'package/'), path })),
    ...filesBelow(compiled).map((path) => ({
      name: `package/dist/${path}`,
      path: join(compiled, path),
    })),
  ]
  // The same files make the same bytes.
  const attrs = { mtime: 0 }
  return createTarGzip(files.map(({ name, path }) => ({ name, data: readFileSync(path), attrs })))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(js|d\.ts)$/.test(path),
  )
}

async function inScratch(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-clients-'))
  try {
    await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join('node_modules', program), ...args], {
    stdio: 'pipe',
    env: redoclyEnvironment,
  })
}
