import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { buildSite, keyOfInputs } from '../../scripts/site/build.ts'
import { buildDocs } from '../../src/http/docs-build.ts'

const above = mkdtempSync(join(tmpdir(), 'koogate-build-'))
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(above, 'generated-'))
})
afterAll(() => rmSync(above, { recursive: true }))

const pageOf = () => readFileSync(join(folder, 'site/index.html'), 'utf8')

/** Makes a site of one page, which says `text`, after `pause`. */
function build(text: string, pause = () => Promise.resolve()): Promise<boolean> {
  return buildSite({
    folder,
    key: text,
    make: async (root) => {
      const site = join(root, 'dist')
      mkdirSync(site)
      writeFileSync(join(site, 'index.html'), text)
      await pause()
      return site
    },
  })
}

describe('the site', () => {
  test('is built once, and anew when what it is made from has changed', async () => {
    expect([await build('one'), await build('one')]).toEqual([true, false])
    expect([await build('two'), pageOf()]).toEqual([true, 'two'])
    expect(readdirSync(folder)).toEqual(['site'])
  })

  test('keeps nothing of an earlier one', async () => {
    await build('one')
    writeFileSync(join(folder, 'site/gone.html'), 'a page that was removed')
    await build('two')
    expect(readdirSync(join(folder, 'site')).sort()).toEqual(['.made-from', 'index.html'])
  })

  test('stays as it was while another is built, and when that fails', async () => {
    await build('one')
    const failing = build('two', () => {
      expect(pageOf()).toBe('one')
      return Promise.reject(new Error('no such page'))
    })
    await expect(failing).rejects.toThrow('no such page')
    expect(pageOf()).toBe('one')
    expect(readdirSync(folder)).toEqual(['site'])
  })

  test('is whole when several processes build it again and again', async () => {
    const script = `
      const { buildSite } = await import(${JSON.stringify(import.meta.resolve('../../scripts/site/build.ts'))})
      const { mkdirSync, writeFileSync } = await import('node:fs')
      for (let round = 0; round < 200; round++) {
        const key = process.pid + ' ' + round
        await buildSite({ folder: '.', key, make: async (root) => {
          mkdirSync(root + '/dist')
          writeFileSync(root + '/dist/index.html', key)
          return root + '/dist'
        } })
      }`
    const run = () => runNode(['--input-type=module', '--eval', script], { cwd: folder })
    const ends = await Promise.all([run(), run(), run()])
    expect(ends).toEqual(ends.map(() => ({ code: 0, output: '', errors: '' })))
    expect(readFileSync(join(folder, 'site/.made-from'), 'utf8')).toBe(pageOf())
    expect(readdirSync(folder)).toEqual(['site'])
  })

  test('is rid of what a killed build left behind an hour ago, not of one that is going on', async () => {
    for (const name of ['.site-old', '.site-new']) mkdirSync(join(folder, name))
    const hourAgo = Date.now() / 1000 - 3700
    utimesSync(join(folder, '.site-old'), hourAgo, hourAgo)
    await build('one')
    expect(readdirSync(folder).sort()).toEqual(['.site-new', 'site'])
  })
})

test('the key of the inputs changes with the text and with the name of any file', () => {
  const put = (name: string, text: string) => {
    mkdirSync(join(folder, 'docs'), { recursive: true })
    writeFileSync(join(folder, 'docs', name), text)
    return keyOfInputs([join(folder, 'docs')])
  }
  const keys = [put('a.md', 'one'), put('a.md', 'two'), put('b.md', 'two'), put('b.md', '')]
  expect(new Set(keys).size).toBe(4)
  expect(put('b.md', '')).toBe(keys[3])
})

describe('a build beside the service', () => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const started = async (script: string) => {
    const path = join(folder, 'build.mjs')
    writeFileSync(path, script)
    const child = buildDocs(log, path)
    if (child === undefined) throw new Error('nothing was started')
    await once(child, 'spawn')
    return child
  }

  test('gives way to everything else', async () => {
    const child = await started('setInterval(() => {}, 1000)')
    const { pid = 0 } = child
    expect(getPriority(pid)).toBe(19)
    if (process.platform === 'linux') {
      expect(readFileSync(`/proc/${pid}/oom_score_adj`, 'utf8')).toBe('1000\n')
    }
    child.kill()
    await once(child, 'exit')
    expect(lines).toEqual([])
  })

  test('that fails is logged with what it said, and nothing more happens', async () => {
    const child = await started('throw new Error("the page errors has no title")')
    await once(child, 'exit')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 40,
      msg: 'the docs site could not be built',
    })
    expect(lines[0]).toContain('the page errors has no title')
  })
})
