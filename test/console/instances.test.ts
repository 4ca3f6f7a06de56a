import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { seriousFindings } from '../docs/axe.ts'
import { overflows } from '../docs/visit.ts'
import { manage } from '../harness/management.ts'
import { drawn, scale } from '../harness/scale.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { tokenWith } from '../harness/tokens.ts'
import { type TestConsole, openConsole, settled, signIn } from './open-console.ts'

let the: TestConsole
const order = newOrder()
let instanceId: string
beforeAll(async () => {
  the = await openConsole({ settings: { KOOGATE_PROVISIONING: 'manual' } })
  instanceId = await bought(order)
})
beforeEach(async () => {
  await the.watched.page.goto('about:blank')
  the.watched.faults.splice(0)
})
afterAll(() => the.stop())

async function bought(of = newOrder(), more = {}): Promise<string> {
  const { body } = await storeCall(the.service, purchaseOf(of, more))
  return String(body['instanceId'])
}

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  for (let press = 0; press < 80; press += 1) {
    await the.watched.page.keyboard.press('Tab')
    if (await target.evaluate((one) => one === one.ownerDocument.activeElement)) return
  }
  throw new Error('Tab does not lead there')
}
const heading = (name: string) => the.watched.page.getByRole('heading', { level: 1, name })

describe('the box that takes any id', () => {
  it('finds an instance by an order id copied from the seller centre, by keyboard alone', async () => {
    const { page, faults } = the.watched
    await the.open(paths.alarms())
    await tabTo(page.getByRole('searchbox'))
    await page.keyboard.insertText(` ${order.orderId}\t`)
    await page.keyboard.press('Enter')
    await heading('What it is').waitFor()
    await settled(the.watched)
    expect(await seriousFindings(page)).toEqual([])
    await tabTo(page.getByRole('link', { name: instanceId }))
    await page.keyboard.press('Enter')
    await page.getByText('Bought, and not usable yet').waitFor()
    expect(new URL(page.url()).searchParams.get('id')).toBe(instanceId)
    expect(faults).toEqual([])
  })

  it('goes straight to what has only one meaning, and back before it', async () => {
    const { page, faults } = the.watched
    await the.open(paths.alarms())
    await page.getByRole('searchbox').fill(instanceId)
    await page.keyboard.press('Enter')
    await page.getByText('Bought, and not usable yet').waitFor()
    expect(page.url()).toContain(`instance?id=${instanceId}`)
    await page.goBack()
    await page.waitForURL(/alarms$/)
    expect(faults).toEqual([])
  })

  it('says what to do about an id that nothing has, however odd', async () => {
    const { page, faults } = the.watched
    const odd = `<img src=x onerror=alert(1)> ../&?#%`
    await the.open(paths.find(odd))
    await page.getByText('Nothing has this id').waitFor()
    await expect.poll(() => page.locator('#main code').textContent()).toBe(odd)
    expect(faults).toEqual([])
  })
})

describe('one instance', () => {
  it('has its provisioning completed by keyboard alone, which the store hears', async () => {
    const { page, faults } = the.watched
    const id = await bought()
    await the.open(paths.instances({ status: 'provisioning' }))
    await tabTo(page.getByRole('link', { name: id }))
    await page.keyboard.press('Enter')
    const complete = page.getByRole('button', { name: 'Complete the provisioning' })
    await tabTo(complete)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    for (const text of ['https://app.example.com/t/1', '', 'admin', 'open-sesame-1']) {
      await page.keyboard.insertText(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.insertText('首次登录请修改密码')
    await page.keyboard.press('Enter')
    await page.getByText('The buyer uses it').waitFor()
    await page.getByText('Set; it is shown to nobody').waitFor()
    await expect.poll(() => page.locator('#said').textContent()).toBe('Saved.')
    const change = page.getByRole('button', { name: 'Change how the buyer gets in' })
    expect(await change.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
    expect(await page.content()).not.toContain('open-sesame-1')
    const { body } = await storeCall(the.service, { activity: 'queryInstance', instanceId: id })
    expect(body).toMatchObject({ resultCode: '000000' })
    expect(faults).toEqual([])
  })

  it('is refused with the code and the reason that were chosen', async () => {
    const { page, faults } = the.watched
    const id = await bought()
    await the.open(paths.instance(id))
    await page.getByRole('button', { name: 'Report a failure' }).click()
    await page.getByLabel('Code').selectOption('000106')
    await page.getByLabel('What the store is told').fill('sold out until Monday')
    await page.getByRole('dialog').getByRole('button', { name: 'Report a failure' }).click()
    await page.getByText('sold out until Monday').first().waitFor()
    const { body } = await manage(the.service, `/instances/${id}`)
    expect(body).toMatchObject({ status: 'failed', failure: { code: '000106' } })
    expect(faults).toEqual([])
  })

  it('keeps metadata and usage as they were entered', async () => {
    const { page, faults } = the.watched
    const id = await bought()
    await the.open(paths.instance(id))
    await page.getByRole('button', { name: 'Metadata' }).click()
    await page.getByLabel('External ID').fill('tenant-0815')
    await page.getByRole('dialog').getByLabel('Metadata').fill('crm=4711\nnote=a=b')
    await page.getByRole('dialog').getByRole('button', { name: 'Metadata' }).click()
    await page.getByText('a=b').first().waitFor()
    await page.getByRole('button', { name: 'Change the usage' }).click()
    await page.getByLabel('Used').fill('12.5')
    await page.getByLabel('As of').fill('2026-11-18T15:30')
    await page.getByRole('dialog').getByRole('button', { name: 'Change the usage' }).click()
    await page.getByRole('cell', { name: '12.5' }).waitFor()
    const { body } = await manage(the.service, `/instances/${id}`)
    expect(body).toMatchObject({
      externalId: 'tenant-0815',
      metadata: { crm: '4711', note: 'a=b' },
      usageInfo: [{ usageValue: 12.5, statisticalTime: '2026-11-18T07:30:00.000Z' }],
    })
    expect(faults).toEqual([])
  })

  it('opens the kept bytes of a call in its place in the timeline, and shows one kind alone', async () => {
    const { page, faults } = the.watched
    await the.open(paths.instance(instanceId))
    await page.getByLabel('Kind').selectOption('call')
    await page.waitForURL(/kind=call/)
    const call = page.getByRole('row').filter({ hasText: 'newInstance' })
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'Event' }).count()).toBe(0)
    await call.getByText('Open', { exact: true }).click()
    const sent = call.getByLabel('What the store sent')
    await expect.poll(() => sent.textContent()).toContain(order.orderLineId)
    await expect.poll(() => call.getByLabel('What was answered').textContent()).toContain('000004')
    expect(faults).toEqual([])
  })

  it('shows the buyer in clear once that is asked for, and not to who may not see it', async () => {
    const { page, faults } = the.watched
    const id = await imported()
    await the.open(paths.instance(id))
    await page.getByText('m***1').waitFor()
    await page.getByRole('button', { name: 'Reveal private data' }).click()
    await page.getByText('mock_user_01').waitFor()
    const { token } = await tokenWith(the.service, ['read'])
    const other = await signIn(the.service, the.browser, { token })
    await other.page.goto(page.url())
    await other.page.getByText('m***1').waitFor()
    for (const name of ['Reveal private data', 'Change how the buyer gets in', 'Metadata']) {
      const button = other.page.getByRole('button', { name })
      await expect.poll(() => button.isDisabled(), { message: name }).toBe(true)
      await expect.poll(() => button.getAttribute('title')).toContain('lacks the scope')
    }
    expect([...faults, ...other.faults]).toEqual([])
  })

  async function imported(): Promise<string> {
    const { service } = the
    await manage(service, '/imports/china/saas', { method: 'PUT', body: { open: true } })
    const { orderId } = newOrder()
    const buyer = { customerId: '459bbbec25d24749b2eb83be37b602a8', customerName: 'mock_user_01' }
    const body = {
      ...{ instanceId: crypto.randomUUID(), address: 'main', family: 'saas-v1', orderId, buyer },
      appInfo: { frontEndUrl: 'https://app.example.com/t/10e758d0' },
    }
    const answer = await manage(service, '/instances', { method: 'POST', body })
    expect(answer.status).toBe(200)
    return body.instanceId
  }
})

const looks = [
  ['zh', 'dark'],
  ['en', 'light'],
  ['zh', 'light'],
  ['en', 'dark'],
] as const

describe('the pages of instances', () => {
  it('fit a phone and a desktop, and who hears them', async () => {
    await bought(undefined, { testFlag: '1' })
    const pages = [
      ['instances', paths.instances()],
      ['instance', paths.instance(instanceId)],
      ['find', paths.find(order.orderId)],
    ] as const
    for (const [language, colorScheme] of drawn(looks, scale.consoleLooks)) {
      const { page, faults } = await signIn(the.service, the.browser, { language })
      await page.emulateMedia({ colorScheme })
      for (const [name, address] of drawn(pages, scale.consolePages)) {
        await page.goto(new URL(address, `${the.service.url}/console/`).href)
        await settled({ page })
        expect(await overflows(page, `${name}-${language}-${colorScheme}`, true)).toEqual([0, 0])
        expect(await seriousFindings(page), `${name} ${colorScheme}`).toEqual([])
      }
      expect(faults).toEqual([])
      await page.close()
    }
  })
})
