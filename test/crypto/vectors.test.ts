import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = 'openapi/vectors'
const files = readdirSync(folder)
const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => readFileSync(join('test', path), 'utf8'))

describe('the known-answer vectors', () => {
  test('are there, one JSON file an algorithm', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter((file) => !file.endsWith('.json'))).toEqual([])
  })

  test.each(files)('of %s are read by a test, every list of them', (file) => {
    const path = `${folder}/${file}`
    const content = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    const lists = Object.keys(content).filter((name) => isListOfVectors(content[name]))
    const readers = tests.filter((text) => text.includes(`readFileSync('${path}', 'utf8')`))
    expect(readers).not.toEqual([])
    const isRun = (list: string) => new RegExp(`\\.each\\(([a-z]+\\.)?${list}\\)`)
    expect(lists.filter((list) => !readers.some((text) => isRun(list).test(text)))).toEqual([])
  })
})

function isListOfVectors(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === 'object')
}
