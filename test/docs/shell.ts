import { execFileSync } from 'node:child_process'

export { hasOpenssl } from '../crypto/tools.ts'

/** Runs the lines of a shell block in a folder and returns what they print, without the last line feed. */
export function runShell(lines: string, folder = process.cwd()): string {
  const output = execFileSync('sh', ['-e'], { cwd: folder, input: lines, encoding: 'utf8' })
  return output.replace(/\n$/, '')
}
