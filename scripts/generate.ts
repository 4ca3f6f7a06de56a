// Makes generated/ from openapi/, and the tables in openapi/ and docs/ that say what it says. `--check`
// makes them in a temporary folder and fails on a difference.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { format } from 'oxfmt'
import { reportJsonSchema } from '../src/conform/report/json-schema.ts'
import { lengthsSource } from './generate/lengths.ts'
import { splitChinese } from './generate/split-chinese.ts'
import { languages } from './shared/languages.ts'
import { readContract } from './site/contract-documents.ts'
import { fillInterfaceList } from './site/interface-list.ts'
import { staleParts } from './tables/generated-parts.ts'
import { redoclyEnvironment } from './shared/redocly-environment.ts'

const documents = ['seller', 'store', 'management', 'simulator'] as const
const committed = 'generated'

/** Makes the types and lengths of the bundles in a folder. */
async function generateInto(folder: string): Promise<void> {
  for (const document of documents) {
    const types = await typesOf(join(folder, `${document}.json`))
    writeFileSync(join(folder, `${document}.ts`), types)
  }
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  writeFileSync(join(folder, 'lengths.ts'), await formatted(lengthsSource(read)))
  const reportSchema = JSON.stringify(reportJsonSchema(), null, 2)
  writeFileSync(join(folder, 'conform-report.schema.json'), `${reportSchema}\n`)
}

/** The pages whose tables are made from the bundles of a folder, as they ought to be. */
function pagesFrom(folder: string): [path: string, text: string][] {
  const contract = readContract(folder)
  return languages.map((language) => {
    const path = `docs/${language}/interfaces.md`
    return [path, fillInterfaceList(readFileSync(path, 'utf8'), contract, language)]
  })
}

function bundleInto(folder: string): void {
  run('redocly', 'bundle', ...documents, '--ext', 'json', '--output', folder)
  for (const name of documents) {
    const path = join(folder, `${name}.json`)
    const { document, chinese } = splitChinese(JSON.parse(readFileSync(path, 'utf8')))
    writeFileSync(path, JSON.stringify(document, null, 2))
    writeFileSync(join(folder, `${name}.zh.json`), JSON.stringify(chinese ?? {}, null, 1))
  }
}

// They stand in the contract's own texts too, so the contract is bundled again when they are made.
function partsToMake(folder: string): ReadonlyMap<string, string> {
  return staleParts(JSON.parse(readFileSync(join(folder, 'seller.json'), 'utf8')) as object)
}

async function typesOf(bundle: string): Promise<string> {
  const types = await openapiTS(pathToFileURL(resolve(bundle)), { immutable: true })
  return formatted(astToString(types))
}

async function formatted(source: string): Promise<string> {
  const header = '// Made from openapi/ by npm run generate; edit the contract instead.\n'
  const style = { semi: false, singleQuote: true, printWidth: 80 }
  const { code, errors } = await format('generated.ts', header + source, style)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '))
  return code
}

function run(command: string, ...args: string[]): void {
  try {
    execFileSync(join('node_modules/.bin', command), args, {
      stdio: 'pipe',
      env: redoclyEnvironment,
    })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer }
    throw new Error(`${command} failed\n${stdout.toString()}\n${stderr.toString()}`, {
      cause: error,
    })
  }
}

// Both ways: a file that is made no more is stale too.
function staleFiles(fresh: string): string[] {
  const files = new Set([...filesBelow(fresh), ...filesBelow(committed)])
  const stale = [...files].filter(
    (file) => readOrEmpty(join(fresh, file)) !== readOrEmpty(join(committed, file)),
  )
  const pages = pagesFrom(fresh).filter(([path, text]) => readFileSync(path, 'utf8') !== text)
  return [...stale.map((file) => join(committed, file)), ...pages.map(([path]) => path)]
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

if (process.argv.includes('--check')) {
  const fresh = mkdtempSync(join(tmpdir(), 'koogate-generated-'))
  bundleInto(fresh)
  const parts = [...partsToMake(fresh).keys()]
  await generateInto(fresh)
  const stale = [...parts, ...staleFiles(fresh)]
  if (stale.length > 0) {
    console.error(`stale (${stale.join(', ')}): run npm run generate`)
    process.exit(1)
  }
  console.log('generated/ and the made tables are fresh')
} else {
  bundleInto(committed)
  const parts = partsToMake(committed)
  for (const [file, text] of parts) writeFileSync(file, text)
  if (parts.size > 0) bundleInto(committed)
  await generateInto(committed)
  for (const [path, text] of pagesFrom(committed)) writeFileSync(path, text)
}
