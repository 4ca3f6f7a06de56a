import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { main } from '../../src/cli/main.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }

/** A Node of this machine that is older than the command needs, if there is one. */
function oldNode(): string | undefined {
  const path = ['/usr/bin/node', '/usr/local/bin/node', '/usr/bin/nodejs'].find((one) => {
    const { stdout } = spawnSync(one, ['--version'], { encoding: 'utf8' })
    return Number(/^v(\d+)/.exec(stdout)?.[1]) < 24
  })
  if (path === undefined) process.stderr.write('skipped an older Node: there is none here\n')
  return path
}

test('the command of a clone runs its sources, and knows the version of the package', async () => {
  const { code, output } = await runNode(['bin/koogate.js', '--version'])
  expect({ code, output }).toEqual({ code: 0, output: `${version}\n` })
})

test('a Node that is too old says so in one sentence, and exits with 2', ({ skip }) => {
  const old = oldNode() ?? skip()
  const { status, stdout, stderr } = spawnSync(old, ['bin/koogate.js', 'trigger', '--list'], {
    encoding: 'utf8',
  })
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^koogate needs Node\.js 24 or newer, and this is v[\d.]+\.\n$/)
})

test('the exit code of the process is that of the command, and Ctrl-C is 130', async () => {
  const { code, errors } = await runNode(['bin/koogate.js', 'nonsense'])
  expect(code).toBe(2)
  expect(errors).toContain("unknown command 'nonsense'")
})

/** Runs a command whose output breaks in a way that nobody thought of. */
async function withFault(env: Readonly<Record<string, string>>) {
  let err = ''
  const broken = { write: () => fail('the disk is on fire'), on: () => undefined }
  const stderr = { write: (text: string) => (err += text), on: () => undefined }
  const argv = ['node', 'koogate', 'trigger', '--list']
  const stdin = Readable.from([])
  const host = {
    argv,
    env,
    stdin,
    stdout: broken,
    stderr,
    once: () => undefined,
    off: () => undefined,
  }
  return { code: await main(host, '1.2.3'), err }
}

function fail(message: string): never {
  throw new Error(message)
}

test('a fault of its own is one sentence that says where to report it, and exits with 4', async () => {
  const { code, err } = await withFault({})
  expect(code).toBe(4)
  expect(err).toMatch(
    /^koogate 1\.2\.3 has a fault: the disk is on fire\. Please report it .*\.\n$/,
  )
  const { err: chinese } = await withFault({ LANG: 'zh_CN.UTF-8' })
  expect(chinese).toMatch(/^koogate 1\.2\.3 出错：the disk is on fire。.*\n$/)
})

test('its stack shows to whoever asks for it', async () => {
  const { err } = await withFault({ KOOGATE_DEBUG: '1' })
  expect(err).toContain('bin.test.ts')
})
