import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { until } from '../harness/until.ts'

/** A program of Debian that listens on a port. */
export interface Neighbour {
  stop(): Promise<void>
}

const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`

/** Cases that need programs of Debian; where one is missing they are skipped, and say which. */
export function withPrograms(...names: readonly string[]) {
  const missing = names.filter((name) => spawnSync(name, ['-v'], { env: { PATH: path } }).error)
  if (missing.length > 0) process.stdout.write(`skipped for want of ${missing.join(' ')}\n`)
  return describe.skipIf(missing.length > 0)
}

/** A folder that is removed when its program has ended. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-field-'))
  chmodSync(folder, 0o755)
  return folder
}

/** Starts a program and waits until it listens; a folder of its own goes with it. */
export async function startNeighbour(
  command: readonly string[],
  { port, folder }: { readonly port: number; readonly folder?: string },
): Promise<Neighbour> {
  const [program = '', ...args] = command
  const child = spawn(program, args, { env: { PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (output += part.toString()))
  }
  await until(
    async () => {
      if (child.exitCode !== null) throw new Error(`${program} ended: ${output}`)
      return isListening(port)
    },
    (listens) => listens,
  )
  return { stop: () => stop(child, folder) }
}

async function stop(child: ChildProcess, folder: string | undefined): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(late)
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const listens = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false)
  socket.destroy()
  return listens
}

/** The block of a language in the guide's page on deployment: what stands there is what is tested. */
export function guideBlock(language: string): string {
  const page = fileURLToPath(new URL('../../docs/en/deployment.md', import.meta.url))
  const [, block] =
    new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readFileSync(page, 'utf8')) ?? []
  if (block === undefined) throw new Error(`the guide has no block of ${language}`)
  return block
}

/** Writes a file into a folder; returns its path. */
export function put(folder: string, name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** A self-signed certificate for localhost: paths of certificate, key, and both in one file. */
export function makeCertificate(folder: string) {
  const cert = join(folder, 'seller.pem')
  const key = join(folder, 'seller.key')
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert],
    ...['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
  ])
  if (made.status !== 0) throw new Error(made.stderr.toString())
  const both = put(folder, 'both.pem', readFileSync(cert, 'utf8') + readFileSync(key, 'utf8'))
  return { cert, key, both }
}
