import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { rotationOf } from '../../src/console/pages/keys/rotation.ts'
import { alarms as english } from '../../src/console/strings/en/alarms.ts'
import { seriousFindings } from '../docs/axe.ts'
import { overflows } from '../docs/visit.ts'
import {
  departmentsOf,
  kitCall,
  newBinding,
  tenantOf,
  userOf,
  usersOf,
} from '../harness/kit-call.ts'
import { applicationFor, buyA, callA, callC } from '../harness/licenses.ts'
import { drawn, scale } from '../harness/scale.ts'
import { keys, newId } from '../harness/service.ts'
import { buy, storeCall } from '../harness/store.ts'
import { tokenWith } from '../harness/tokens.ts'
import { until } from '../harness/until.ts'
import { type TestConsole, openConsole, settled, signIn } from './open-console.ts'

const settings = { KOOGATE_BASIC_KEY: `new-basic-key-for-tests,${keys.basic}` }
const hostile = '<img src=x onerror=alert(1)>'
const siblings = 60

let console: TestConsole
let page: Page
const binding = newBinding()
const code = newId('PL')

beforeAll(async () => {
  const ports = { issueLicense: () => ({ outcome: 'pending' }) as const }
  console = await openConsole({ settings, ports })
  page = console.watched.page
  const { service } = console
  await callC(service, { activity: 'updateLicenseCodeStatus', license: code, status: 'FREEZE' })
  await kitCall(service, 'tenantSync', tenantOf(binding, { name: hostile }))
  const users = [userOf('zhangsan01', { name: '诸葛孔明', mobile: '15912345678' })]
  await kitCall(service, 'authSync', usersOf(binding, users))
  const many = Array.from({ length: siblings }, (_none, index) => `m${index}<a`)
  const codes = ['a', 'b<a', 'c<b', 'd', 'lost<nowhere', ...many]
  await kitCall(service, 'allOrgSync', departmentsOf(binding, codes))
})
afterAll(async () => {
  expect(console.watched.faults).toEqual([])
  await console.stop()
})

/** A license that was asked for, and waits to be made by hand. */
async function pendingLicense(): Promise<string> {
  const application = applicationFor(await buyA(console.service))
  await callA(console.service, application)
  const row = await console.service.db
    .selectFrom('licenses')
    .select('id')
    .where('event_id', '=', String(application['eventId']))
    .executeTakeFirstOrThrow()
  return row.id
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const said = (text: string) => page.locator('#said', { hasText: text }).waitFor()
const shown = (text: string) =>
  page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor()

describe('a license', () => {
  const contentOf = async (licenseId: string): Promise<unknown> => {
    const { db, app } = console.service
    const { content, version } = await db
      .selectFrom('licenses')
      .select(['content', 'version'])
      .where('id', '=', licenseId)
      .executeTakeFirstOrThrow()
    expect(version).toBeGreaterThan(1)
    return content && JSON.parse(app.services.vault.decrypt(content).toString())
  }

  test('is found by what it waits for, and issued as a text by the keyboard alone', async () => {
    const licenseId = await pendingLicense()
    await console.open(paths.licenses({ status: 'provisioning', family: 'license-a' }))
    await page.getByRole('link', { name: licenseId }).focus()
    await page.keyboard.press('Enter')
    await button('Issue the license').waitFor()
    await button('Issue the license').focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog textarea:focus').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.type('LICENSE of the buyer')
    for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
    await said('The license is issued.')
    await shown('Active')
    expect(await contentOf(licenseId)).toEqual({ text: 'LICENSE of the buyer' })
    await expect
      .poll(() => button('Issue the license').getAttribute('title'))
      .toContain('Only a license')
  })

  test('is issued as a file, byte by byte', async () => {
    const licenseId = await pendingLicense()
    await console.open(paths.license(licenseId))
    await button('Issue the license').click()
    const buffer = Buffer.from([0, 255, 128, 10])
    const file = { name: 'license.lic', mimeType: 'application/octet-stream', buffer }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.locator('dialog button.main').click()
    await said('The license is issued.')
    const base64 = buffer.toString('base64')
    expect(await contentOf(licenseId)).toEqual({ fileName: 'license.lic', base64 })
  })

  test('is not issued by who may only read, and the button says why', async () => {
    const { token } = await tokenWith(console.service, ['read'])
    const reader = await signIn(console.service, console.browser, { token })
    await reader.page.goto(
      `${console.service.url}/console/${paths.license(await pendingLicense())}`,
    )
    await settled(reader)
    const issue = reader.page.getByRole('button', { name: 'Issue the license' })
    await expect.poll(() => issue.isDisabled()).toBe(true)
    await reader.page.getByText('Your token lacks the scope "operate".').waitFor()
    await reader.page.context().close()
  })

  test('that is a code is checked, and what is known of it is shown', async () => {
    await console.open(paths.licenses({ code }))
    await button('Check a code').click()
    await page.locator('dialog input[name=code]').fill(code)
    await page.locator('dialog button.main').click()
    await said('The answer is below.')
    await shown('May be used')
  })

  test('that is a code is activated with others, and each says what became of it', async () => {
    const [sold, strange] = [newId('PL').toUpperCase(), newId('PL').toUpperCase()]
    console.store.codes.sell(sold)
    await console.open(paths.licenses())
    await button('Activate codes').click()
    await page.locator('dialog textarea').fill(`${sold}\n${strange}\n`)
    await page.locator('input[name=effectiveTime]').fill('2026-01-02T23:35')
    await page.locator('dialog button.main').click()
    await page.locator('.status[title=activated]').waitFor()
    await page.locator('.status[title=unknown]').waitFor()
    expect(console.store.codes.find(sold)?.status).toBe('ALIVE')
    await page.getByRole('link', { name: sold }).click()
    await shown('Active')
    const sent = console.store.codes.calls.filter(({ codes }) => codes.includes(sold))
    expect(JSON.stringify(sent)).toContain('20260102153500')
    await expect.poll(() => button('Activate codes').count()).toBe(0)
  })

  test('that is a code is not activated by who may not operate, and the button says why', async () => {
    const { token } = await tokenWith(console.service, ['read', 'usage'])
    const reader = await signIn(console.service, console.browser, { token })
    await reader.page.goto(`${console.service.url}/console/${paths.licenses()}`)
    await settled(reader)
    const activate = reader.page.getByRole('button', { name: 'Activate codes' })
    await expect.poll(() => activate.isDisabled()).toBe(true)
    await expect
      .poll(() => activate.getAttribute('title'))
      .toBe('Your token lacks the scope "operate".')
    await reader.page.context().close()
  })
})

describe('an enterprise', () => {
  const open = () => console.open(paths.enterprise(binding.tenantId))

  test('shows its name as text, and its users masked until they are revealed', async () => {
    await open()
    await expect.poll(() => page.locator('h1').textContent()).toBe(hostile)
    await expect.poll(() => page.locator('main img').count()).toBe(0)
    const table = page.locator('table', { hasText: 'Mobile' })
    expect(await table.textContent()).not.toMatch(/15912345678|诸葛孔明|zhangsan01/)
    await button('Reveal private data').click()
    await table.getByText('15912345678').waitFor()
    const entries = await console.service.db
      .selectFrom('audit')
      .select('operation')
      .where('kind', '<>', 'change')
      .execute()
    expect(entries.map(({ operation }) => operation)).toContain('listTenantUsers')
  })

  test('shows its departments level by level by the keyboard, and asks for no more than is open', async () => {
    console.watched.requests.splice(0)
    await open()
    const levels = () =>
      console.watched.requests
        .map((request) => new URL(request.url()))
        .filter(({ pathname }) => pathname.endsWith('/departments'))
        .map(({ searchParams }) => searchParams.get('parentCode') ?? 'orphans')
    await page.locator('.tree summary').first().focus()
    expect(levels().toSorted()).toEqual(['', 'orphans'])
    await page.keyboard.press('Enter')
    const level = page.locator('.tree details').first().locator('> ul > li')
    await until(
      () => level.count(),
      (count) => count === 50,
    )
    await page.locator('.tree details .more button').click()
    await until(
      () => level.count(),
      (count) => count === siblings + 1,
    )
    await page.getByText('Departments whose upper one has not come').waitFor()
    await page.locator('.tree summary', { hasText: '部门b' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.tree li', { hasText: '部门c' }).last().waitFor()
    expect(levels().toSorted()).toEqual(['', 'a', 'a', 'b', 'orphans'])
  })
})

test('of a key that is being changed the page says what to do next, and shows no key', async () => {
  await console.open(paths.keys())
  await page.getByText('The store does not use the new key yet: bind it.').waitFor()
  const text = await page.content()
  for (const key of Object.values(keys)) expect(text).not.toContain(key)
  await page.locator('input[name=appId]').fill('KSIDJF1234456')
  await page.keyboard.press('Enter')
  await page.getByText('Debug cases of the kit at main').waitFor()
})

const now = Date.parse('2026-11-26T00:00:00Z')
const usedAt = (day: string | null) => ({
  fingerprint: '0123456789abcdef',
  current: false,
  lastUsedAt: day && `2026-11-${day}T00:00:00Z`,
})

test.each([
  ['off', []],
  ['unused', [usedAt(null)]],
  ['used', [usedAt('01')]],
  ['bind', [usedAt(null), usedAt('25')]],
  ['wait', [usedAt('25'), usedAt('20')]],
  ['remove', [usedAt('25'), usedAt('19')]],
  ['remove', [usedAt('25'), usedAt(null)]],
] as const)('an interface type is %s with the keys %j', (step, accepted) => {
  expect(rotationOf(accepted, now)).toBe(step)
})

describe('an alarm', () => {
  test('says what it means and what to do, leads to its subject, and is cleared once confirmed', async () => {
    const instanceId = newId('unknown')
    const order = { orderId: newId('CS'), orderLineId: newId('CS') }
    await storeCall(console.service, { activity: 'releaseInstance', instanceId, ...order })
    await console.open(paths.alarms({ subject: `instance:${instanceId}` }))
    await shown('The store named an unknown instance')
    await page.locator('summary', { hasText: 'What to do' }).press('Enter')
    await page.getByText('Import it if it was sold before').waitFor()
    const link = page.getByRole('link', { name: instanceId })
    await expect.poll(() => link.getAttribute('href')).toBe(paths.instance(instanceId))
    await button('Clear').focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog button.main').press('Enter')
    await said('The alarm is cleared.')
    await shown('There is no such open alarm.')
    await page.locator('summary', { hasText: 'Cleared alarms' }).press('Enter')
    await link.waitFor()
    await expect.poll(() => button('Clear').count()).toBe(0)
  })

  test('of every kind of the contract has words', () => {
    const contract = readFileSync('openapi/components/management/Alarm.yaml', 'utf8')
    const listed = contract.matchAll(/^ +- .*\(`([a-z_]+\.[a-z_]+)`\)$/gm)
    const kinds = new Set([...listed].map(([, key]) => key))
    expect(kinds.size).toBeGreaterThan(20)
    expect(Object.keys(english.kinds).toSorted()).toEqual([...kinds].toSorted())
  })
})

test('a buyer reads the welcome page in either language, switching without a script', async () => {
  const id = await buy(console.service)
  await page.goto(`${console.service.url}/welcome/${id}?lang=zh-CN`)
  await expect.poll(() => page.locator('h1').textContent()).toBe('服务已开通')
  expect(await overflows(page, 'welcome-zh', true)).toEqual([0, 0])
  await page.getByRole('link', { name: 'English' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('h1', { hasText: 'It is ready' }).waitFor()
  expect(await overflows(page, 'welcome-en', true)).toEqual([0, 0])
})

test('what is opened on a page fits both widths, and axe finds nothing serious there', async () => {
  const pages = {
    alarms: paths.alarms(),
    enterprise: paths.enterprise(binding.tenantId),
    keys: paths.keys(),
    credential: paths.credential('KSIDJF1234456'),
  }
  for (const [name, address] of drawn(Object.entries(pages), scale.consolePages)) {
    await console.open(address)
    for (const one of await page.locator('main summary').all()) await one.press('Enter')
    await settled(console.watched)
    expect([name, await overflows(page, name, true)]).toEqual([name, [0, 0]])
    expect([name, await seriousFindings(page)]).toEqual([name, []])
  }
})
