import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { startNode } from '../../scripts/shared/child-process.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { startSeller } from '../broken-sellers/right-seller/start.ts'
import { isLong } from '../harness/scale.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-package-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

function npmPack(cwd: string, ...args: string[]): Packed {
  const output = execFileSync('npm', ['pack', '--json', ...args], { cwd, encoding: 'utf8' })
  // What prepack prints comes first.
  const [packed] = JSON.parse(output.slice(output.lastIndexOf('\n[') + 1)) as readonly Packed[]
  if (packed === undefined) throw new Error(output)
  return packed
}

/** A folder in which one file stands for each kind that a clone has. */
function cloneInMiniature(): string {
  const clone = join(folder, 'clone')
  const files = [
    ...['bin/koogate.js', 'dist/src/cli/main.js', 'dist/generated/seller.json', 'LICENSE'],
    ...['dist/generated/site/index.html', 'src/cli/main.ts', 'src/client.ts', 'README.md'],
    ...['generated/seller.json', 'generated/management.ts', 'generated/site/index.html'],
    ...['test/cli/bin.test.ts', 'docs/en/index.md', 'openapi/seller.yaml', 'scripts/demo.ts'],
    ...['data/secrets.json', '.env', 'koogate.env', 'tls/key.pem', 'node_modules/x/index.js'],
  ]
  for (const file of files) {
    mkdirSync(dirname(join(clone, file)), { recursive: true })
    writeFileSync(join(clone, file), '')
  }
  for (const file of ['package.json', '.gitignore', '.npmrc']) cpSync(file, join(clone, file))
  return clone
}

test('the package has the command and the contract, and neither tests nor docs nor secrets', () => {
  const { files } = npmPack(cloneInMiniature(), '--dry-run', '--ignore-scripts')
  expect(files.map(({ path }) => path).sort()).toEqual([
    'LICENSE',
    'README.md',
    'bin/koogate.js',
    'dist/generated/seller.json',
    'dist/src/cli/main.js',
    'generated/management.ts',
    'package.json',
    'src/client.ts',
  ])
})

const mostMegabytes = 2

test.runIf(isLong)('the package, installed in an empty folder, plays the store', async () => {
  const { filename, size, files } = npmPack('.', '--pack-destination', folder)
  expect(size / 1024 ** 2).toBeLessThan(mostMegabytes)
  const kinds = new Set(files.map(({ path }) => path.split('/').slice(0, 2).join('/')))
  expect([...kinds].filter((kind) => /test|docs|site/.test(kind))).toEqual([])
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: empty, encoding: 'utf8' })
  run('npm', 'install', '--no-audit', '--no-fund', join(folder, filename))
  expect(run('npx', 'koogate', '--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
  const keys = makeAccessKeys()
  const { url, close } = await startSeller({ keys })
  const address = ['--url', new URL('main/saas', url).href, '--key', keys.basic]
  // The seller is in this process, and has to answer meanwhile.
  const command = ['koogate', 'trigger', 'newInstance', ...address]
  const { stdout } = await promisify(execFile)('npx', command, { cwd: empty })
  expect(stdout).toContain('"resultCode":"000000"')
  await close()
  const opened = [join(empty, 'node_modules/koogate/bin/koogate.js'), 'store', '--port', '0']
  const store = startNode([...opened, '--json'], { cwd: empty })
  await store.until(() => store.output().includes('\n'), 20_000)
  const told = JSON.parse(store.output()) as { readonly url: string }
  expect((await fetch(new URL('page/main.js', told.url))).status).toBe(200)
  expect(await store.stop()).toBe(0)
})
