import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { isLong } from '../harness/scale.ts'
import { addresses, firstFrom } from './addresses.ts'
import {
  type Taken,
  keepAllAsMetadata,
  keepable,
  sayHostileThings,
  sendAllAtOnce,
} from './hostile-data.ts'
import { breachesScript, hostileStrings } from './hostile-strings.ts'
import { kitSettings } from './kit-key.ts'
import { type TestConsole, openConsole } from './open-console.ts'
import { usageRows } from './usage-rows.ts'

const names = Object.keys(addresses) as (keyof typeof addresses)[]

describe.runIf(isLong)('what the store and the operator said over HTTP', () => {
  let site: TestConsole
  let taken: Taken
  beforeAll(async () => {
    site = await openConsole({ lives: ['license-a'], settings: await kitSettings() })
    await usageRows(site.service.db)
    taken = await sayHostileThings(site.service)
  })
  afterAll(() => site.stop())

  const textOf = () => site.watched.page.evaluate<string>('document.body.textContent')
  async function open(address: string): Promise<void> {
    site.watched.faults.splice(0)
    await site.open(address)
    expect(await site.watched.page.evaluate(breachesScript)).toEqual([])
    expect(site.watched.faults).toEqual([])
  }

  test('is hostile, and was taken', () => {
    expect([...taken].filter(([, times]) => times === 0)).toEqual([])
  })

  test.each(names)('is text on the page %s', async (name) => {
    const { service, watched } = site
    await open(await addresses[name](firstFrom(service.url, service.managementToken)))
    const reveal = watched.page.getByRole('button', { name: 'Reveal private data' })
    if ((await reveal.count()) === 0) return
    await reveal.first().click()
    await reveal.first().waitFor({ state: 'detached' })
    expect(await watched.page.evaluate(breachesScript)).toEqual([])
    expect(watched.faults).toEqual([])
  })

  test.each(['instances', 'enterprises', 'webhooks', 'access'] as const)(
    'is shown as it is on the page %s',
    async (name) => {
      await open(paths[name]())
      const text = await textOf()
      expect(keepable.filter((one) => text.includes(one)).length).toBeGreaterThan(3)
    },
  )

  test('each of the texts is shown as it is where it was kept with an instance', async () => {
    const shown: string[] = []
    for (const id of await keepAllAsMetadata(site.service)) {
      await open(paths.instance(id))
      shown.push(await textOf())
    }
    expect(keepable.filter((one) => !shown.join('').includes(one))).toEqual([])
  })

  test('each of the texts is shown in the bytes of a message, as JSON writes it', async () => {
    const { service } = site
    await sendAllAtOnce(service)
    const first = firstFrom(service.url, service.managementToken)
    await open(paths.message(await first('/messages?activity=allOrgSync', 'id')))
    const text = await textOf()
    const written = (one: string) => JSON.stringify(one).slice(1, -1)
    expect(hostileStrings.filter((one) => !text.includes(written(one)))).toEqual([])
  })
})
