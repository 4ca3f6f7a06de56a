import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// Only a clone knows what belongs to the repository and what lies there by chance.
const tracked = existsSync('.git')
  ? execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 2 ** 24 })
      .split('\0')
      .filter((path) => path !== '' && existsSync(path))
  : []

describe('the repository', () => {
  test('has a lock file that names no registry', () => {
    const lock = readFileSync('package-lock.json', 'utf8')
    expect(lock).toContain('"integrity"')
    expect(lock.match(/"resolved": "[^"]*"/g)).toBeNull()
  })

  test.skipIf(tracked.length === 0)('has no path of one machine in a file', () => {
    const ofMachine = /(?<![\w.*-])\/(work|root|home|Users)\//
    const found = tracked.flatMap((path) => {
      const match = ofMachine.exec(readFileSync(path, 'utf8'))
      return match === null ? [] : [`${path}: ${match[0]}`]
    })
    expect(found).toEqual([])
  })
})
