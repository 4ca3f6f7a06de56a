import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseTarGzip } from 'nanotar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { type Mock, startMock } from '../../scripts/mock/serve.ts'
import { clientFiles, clientPackage } from '../../scripts/site/clients.ts'
import { ownSite } from '../docs/own-site.ts'
import { drawn, scale } from '../harness/scale.ts'
import { type Way, run, ways, works, writeFiles } from './languages.ts'
import { type NewerSeller, startNewerSeller } from './seller.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-clients-'))
// As the docs serve them.
const served = resolve('generated/site/clients')
let mock: Mock
const building = 300_000

const all = Object.entries(ways) as [keyof typeof ways, Way][]
const here = all.filter(([, { isHere }]) => isHere())
const drawnHere = drawn(here, scale.clientLanguages)
// Those that are not on this machine are told as skipped.
const tried = all.filter((one) => drawnHere.includes(one) || !here.includes(one))

beforeAll(async () => {
  mock = await startMock('management', { host: '127.0.0.1', port: 0 })
  await ownSite()
}, building)
afterAll(async () => {
  await mock.stop()
  rmSync(folder, { recursive: true })
})

describe('the client of', () => {
  let seller: NewerSeller
  beforeAll(async () => {
    seller = await startNewerSeller(mock)
  })
  afterAll(() => seller.close())

  test.for(tried)(
    '%s lists what is sold, also in a state that it does not know',
    async ([language, { needs, files, commands }], { skip }) => {
      const isHere = here.some(([one]) => one === language)
      if (!isHere) process.stderr.write(`skipped the client of ${language}: ${needs}\n`)
      skip(!isHere, needs)
      const place = join(folder, language)
      const client = readFileSync(join(served, clientFiles[language]), 'utf8')
      const program = language === 'typescript' ? listInTypeScript : guideProgram(language)
      writeFiles(place, files(client, program.replace('http://127.0.0.1:4012', seller.url)))
      let output = ''
      for (const command of commands) output = await run(place, command)
      expect(seller.ids.length).toBeGreaterThan(0)
      expect(output.trim().split('\n')).toEqual(seller.ids)
    },
  )

  test('Python compiles where httpx is missing, too', ({ skip }) => {
    skip(!works('python3', '--version'), 'python3 is not on this machine')
    // py_compile would leave a folder of its own in the docs that are served.
    const compiled = 'import sys; compile(open(sys.argv[1]).read(), sys.argv[1], "exec")'
    expect(works('python3', '-c', compiled, join(served, clientFiles.python))).toBe(true)
  })
})

function guideProgram(language: string): string {
  const guide = readFileSync('docs/en/client.md', 'utf8')
  const [, program] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(guide) ?? []
  if (program === undefined) throw new Error(`the guide has no program in ${language}`)
  return program
}

const listInTypeScript = `import { configure, listInstances } from './koogate.ts'
configure({ serverUrl: 'http://127.0.0.1:4012', auth: { bearer: 'any' } })
const { items } = await listInstances({ query: { status: 'active' } })
console.log(items.map(({ instanceId }) => instanceId).join('\\n'))
`

describe('the package of the client', () => {
  const project = join(folder, 'project')
  let packed = ''
  beforeAll(async () => {
    writeFiles(project, { 'package.json': '{"type":"module"}' })
    const pack = ['npm', 'pack', '--silent', '--pack-destination', folder]
    packed = join(folder, (await run('client', pack)).trim())
    await run(project, ['npm', 'install', '--offline', '--silent', packed])
  })

  test('installs nothing but itself, without a network', () => {
    const installed = readdirSync(join(project, 'node_modules'))
    expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['koogate-client'])
  })

  test('calls from plain JavaScript, in the Node that is on the machine too', async () => {
    const program = `import { createKoogateClient } from 'koogate-client'
      const koogate = createKoogateClient({ baseUrl: '${mock.url}', token: 'any' })
      const { data } = await koogate.GET('/api/v1/instances/{instanceId}', {
        params: { path: { instanceId: 'any' } },
        headers: { Prefer: 'example=instance-frozen' },
      })
      console.log(data.status)`
    writeFiles(project, { 'call.js': program })
    expect(await run(project, [process.execPath, 'call.js'])).toBe('frozen\n')
    expect(await run(project, [machineNode(), 'call.js'])).toBe('frozen\n')
  })

  test('has types that the guide is right about, and that find a slip of the pen', async () => {
    const blocks = ['en', 'zh'].flatMap((language) => {
      const guide = readFileSync(`docs/${language}/client.md`, 'utf8')
      return [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)
    })
    expect(blocks).toHaveLength(6)
    const misspelt = blocks.map((code) =>
      code.replace('instance.instanceId', 'instance.instanceID'),
    )
    const errors = await compileErrors(project, [...blocks, ...misspelt])
    expect(errors.match(/error TS/g)).toHaveLength(2)
    expect(errors.match(/Property 'instanceID'/g)).toHaveLength(2)
  })

  test('is what the docs serve, and of the version of the service', async () => {
    expect(await filesIn(join(served, clientPackage))).toEqual(await filesIn(packed))
    const version = (path: string) =>
      (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
    expect(version('client/package.json')).toBe(version('package.json'))
    expect(readFileSync('client/LICENSE', 'utf8')).toBe(readFileSync('LICENSE', 'utf8'))
  })
})

/** The Node that is on the path behind the project's own, or that one. */
function machineNode(): string {
  const all = execFileSync('which', ['-a', 'node']).toString().trim().split('\n')
  return all.find((path) => !path.includes('node_modules')) ?? process.execPath
}

async function filesIn(tarball: string): Promise<Record<string, string>> {
  const items = await parseTarGzip(readFileSync(tarball))
  return Object.fromEntries(items.map(({ name, text }) => [name, text]))
}

const prelude = `import { createKoogateClient } from 'koogate-client'
const koogate = createKoogateClient({ baseUrl: '', token: '' })
`

/** Compiles blocks of code, a file each, in a project that has the package. */
async function compileErrors(project: string, blocks: readonly string[]): Promise<string> {
  mkdirSync(join(project, 'pages'))
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(frontEnd))
  for (const [index, code] of blocks.entries()) {
    const isWhole = code.includes("from 'koogate-client'")
    writeFileSync(join(project, `pages/${index}.ts`), isWhole ? code : prelude + code)
  }
  return (await runNode([resolve('node_modules/typescript/bin/tsc'), '-p', project])).output
}

const frontEnd = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'DOM'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    // The package's own types are compiled too.
    skipLibCheck: false,
    types: [],
  },
  include: ['pages/*.ts'],
}
