import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answers, freePort, startNode } from '../../scripts/shared/child-process.ts'
import { koogate, startKoogate } from '../cli/run-koogate.ts'
import { isLong } from '../harness/scale.ts'
import { until } from '../harness/until.ts'
import { edited, notShown } from './first-seller.ts'
import { blocksOf, pageIn } from './guide-page.ts'

const page = pageIn('en', 'first-seller')
const [first = ''] = blocksOf(page, 'ts').map((block) => `${block}\n`)
const [mend = ''] = blocksOf(page, 'diff')
const [opened = '', red = '', green = ''] = blocksOf(page, 'text')

const folder = mkdtempSync(join(tmpdir(), 'koogate-story-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the first seller has 60 lines, and is what the page writes and mends', () => {
  const example = readFileSync('examples/first-seller/seller.ts', 'utf8')
  expect(edited(first, mend)).toBe(example)
  for (const text of [first, example])
    expect(text.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(60)
})

/** Runs a seller in an empty directory while something is done with it. */
async function withSeller<Result>(
  text: string,
  { port, env }: { readonly port: number; readonly env: Readonly<Record<string, string>> },
  work: () => Promise<Result>,
): Promise<Result> {
  writeFileSync(join(folder, 'seller.ts'), text)
  const program = startNode(['seller.ts'], { cwd: folder, env: { ...env, PORT: String(port) } })
  try {
    await program.until(() => answers(`http://127.0.0.1:${port}`), 20_000)
    return await work()
  } finally {
    await program.kill()
  }
}

test('the story of the page: a store, a seller that breaks a rule, its mend, and a sale', async () => {
  const [port, storePort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}/store`
  const store = startKoogate(['store', '--port', String(storePort), '--seller', url])
  await until(
    () => Promise.resolve(store.out()),
    (out) => out.includes('KOOGATE_ORDER_KEY'),
  )
  expect(notShown(opened, store.out())).toEqual([])
  const KOOGATE_BASIC_KEY = /KOOGATE_BASIC_KEY=(.*)/.exec(store.out())?.[1] ?? ''
  const env = { KOOGATE_BASIC_KEY }
  // By all rules in the long run only: the others take as long as the rest of the story.
  const some = isLong ? [] : ['--only', 'repeats,signing']
  const conform = () => koogate(['conform', url, ...some], { env })

  const broken = await withSeller(first, { port, env }, conform)
  expect(notShown(red, broken.out)).toEqual([])
  expect(broken.code).toBe(1)

  await withSeller(edited(first, mend), { port, env }, async () => {
    const mended = await conform()
    expect(notShown(green, mended.out)).toEqual([])
    expect(mended.code).toBe(0)
    expect(await sell(`http://127.0.0.1:${storePort}/simulator/v1`)).toMatchObject({
      messages: [{ activity: 'newInstance', state: 'SUCCESS' }],
    })
  })
  store.send('SIGTERM')
  await store.ended
})

/** Buys what the store sells, as its page does. */
async function sell(api: string): Promise<unknown> {
  const { items } = (await (await fetch(`${api}/products`)).json()) as { items: { id: string }[] }
  const response = await fetch(`${api}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'buy', product: items[0]?.id, quantity: 5 }),
  })
  return response.json()
}
