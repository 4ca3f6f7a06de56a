import { exec } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { read } from './package/pages.ts'

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
// What npm run check runs by these patterns, each of them a test: the other worker has tests to do meanwhile.
const parts = Object.entries(scripts).filter(([name]) => /^(lint:|check:)/.test(name))
const env = {
  ...process.env,
  PATH: [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter),
  // What looks at types is a Go program. It takes a fifth of the CPU less on one thread, with a checker of
  // its own for all files, and when it does not collect its garbage; it comes to 2.7 GB, not to 2.3.
  GOMAXPROCS: '1',
  GOGC: 'off',
  GOMEMLIMIT: '4GiB',
}
// A fresh clone has no caches yet.
const within = 600_000

test('npm run check runs the linters and the checks', () => {
  expect(scripts['check']).toMatch(/ "lint:\*" "check:\*"$/)
  expect(parts.length).toBeGreaterThan(6)
})

test.each(parts)(
  'npm run %s finds nothing',
  async (_name, command) => {
    expect(await complaints(command)).toBe('')
  },
  within,
)

/** What a command says that ends with another code than 0. */
function complaints(command: string): Promise<string> {
  return promisify(exec)(command, { env, maxBuffer: Infinity }).then(
    () => '',
    (error: unknown) => saidBy(error as Failure),
  )
}

interface Failure extends Error {
  readonly stdout: string
  readonly stderr: string
}

function saidBy({ message, stdout, stderr }: Failure): string {
  return [message, stdout, stderr].join('\n')
}
