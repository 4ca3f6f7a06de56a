import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startNode } from '../../scripts/shared/child-process.ts'
import { portsInARow } from '../harness/ports-in-a-row.ts'
import { readyWithinMs } from '../harness/process.ts'
import { isLong } from '../harness/scale.ts'
import { until } from '../harness/until.ts'

// What it is made of is tried in test/examples/with-koogate.test.ts, too.
describe.runIf(isLong)('npm run dev:all', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-dev-all-'))
  let port: number
  let running: Running
  beforeAll(async () => {
    port = await portsInARow(3)
    const [PORT = '', PRODUCT_PORT = '', STORE_PORT = ''] = [0, 1, 2].map((at) => `${port + at}`)
    const env = { PATH: process.env['PATH'], DATA_DIR: folder, PORT, PRODUCT_PORT, STORE_PORT }
    running = startNode(['scripts/dev-all.ts'], { env })
    await running.until(() => running.output().includes('Everything runs.'), readyWithinMs)
  })
  afterAll(async () => {
    await running.stop()
    rmSync(folder, { recursive: true })
  })

  /** What a buyer does at the store. */
  async function act(action: object): Promise<{ readonly instance?: { readonly id: string } }> {
    const answer = await fetch(`http://127.0.0.1:${port + 2}/simulator/v1/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    })
    const text = await answer.text()
    expect(answer.status, text).toBe(200)
    return JSON.parse(text) as object
  }

  test('sells what is bought at the store to whom the example product then lets in', async () => {
    const products = await fetch(`http://127.0.0.1:${port + 2}/simulator/v1/products`)
    const { items } = (await products.json()) as { items: { id: string }[] }
    await act({ action: 'buy', product: items[0]?.id, quantity: 50 })
    const sold = () => Promise.resolve(/instance\.activated ([\w-]+)/.exec(running.output())?.[1])
    const instanceId = await until(sold, (id) => id !== undefined)
    const entrance = await fetch(`http://127.0.0.1:${port + 1}/t/${instanceId}`)
    expect(await entrance.text()).toMatch(/^50 seats until /)
  })

  test('ends with 0 at SIGTERM, and leaves no process behind', async () => {
    expect(await running.stop()).toBe(0)
    await expect(fetch(`http://127.0.0.1:${port + 1}/`)).rejects.toThrow()
    await expect(fetch(`http://127.0.0.1:${port + 2}/`)).rejects.toThrow()
  })
})
