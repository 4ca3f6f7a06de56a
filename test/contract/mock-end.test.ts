import { readFileSync, readdirSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startNode } from '../../scripts/shared/child-process.ts'
import { portsInARow } from '../harness/ports-in-a-row.ts'
import { scale, seed } from '../harness/scale.ts'

const mark = `MOCK_TEST=${randomUUID()}`

/** The processes that were started with the mark, and theirs. */
function marked(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isMarked(name))
}

function isMarked(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(mark)
  } catch {
    return false
  }
}

function start(port: number) {
  const [name = '', value] = mark.split('=')
  const env = { ...process.env, [name]: value }
  return startNode(['scripts/mock.ts', '--port', String(port)], { env })
}

// Each has a port.
const documents = 3
// From before its modules are loaded until it serves.
const longestMs = 1_500
const moments = 50

test(`a mock is ended ${scale.mockStarts} times at any time, and nothing of it is left`, async () => {
  const port = await portsInARow(documents)
  for (let round = 0; round < scale.mockStarts; round += 1) {
    const mock = start(port)
    await wait(((seed + round * 397) % moments) * (longestMs / moments))
    await mock.stop()
    expect(marked()).toEqual([])
    expect(mock.errors()).toBe('')
  }
})

test('one that serves is ended in the middle of an answer, and tells before if a port is taken', async () => {
  const port = await portsInARow(documents)
  const mock = start(port)
  await mock.until(() => mock.output().includes('/mock/reset'), 60_000)
  expect(marked()).toEqual([String(mock.pid)])
  const second = start(port)
  expect(await second.ended).toBe(1)
  expect(second.errors()).toMatch(/^The mock does not start\. .*EADDRINUSE.*--port.*\n$/)
  const url = `http://127.0.0.1:${port + 2}/api/v1/events?after=99999&wait=25`
  const answer = fetch(url).catch(() => 'broken off')
  // It has come in once another one that came later is answered.
  await fetch(`http://127.0.0.1:${port + 2}/api/v1/keys`)
  expect(await mock.stop()).toBe(0)
  expect(await answer).toBe('broken off')
  expect(marked()).toEqual([])
})
