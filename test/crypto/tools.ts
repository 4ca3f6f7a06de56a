import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const answers = (command: string, argument: string) =>
  spawnSync(command, [argument], { stdio: 'ignore' }).status === 0

/** Whether Java programs can be made and run on this machine. */
export const hasJava = answers('javac', '-version')

/** Whether OpenSSL is on this machine and is not LibreSSL, which knows fewer options. */
export const hasOpenssl =
  answers('openssl', 'version') &&
  execFileSync('openssl', ['version'], { encoding: 'utf8' }).startsWith('OpenSSL')

/**
 * Runs a Java program whose class is Main, which Java compiles by itself, once with the rows on its
 * standard input, a line each, fields in Base64 with a tab between, and returns the rows that it
 * prints, read so too.
 */
export function runJava(source: string, rows: readonly (readonly string[])[]): string[][] {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'Main.java'), source)
    const input = rows.map((row) => row.map(toBase64).join('\t')).join('\n')
    const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Dfile.encoding=UTF-8']
    const output = execFileSync('java', [...options, join(folder, 'Main.java')], {
      input,
      encoding: 'utf8',
      maxBuffer: Infinity,
    })
    const lines = output.replace(/\r?\n$/, '').split(/\r?\n/)
    return lines.map((line) => line.split('\t').map(fromBase64))
  })
}

/** Runs `use` with a folder of its own, which is gone afterwards. */
export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-crypto-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString()
}
