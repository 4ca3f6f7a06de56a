import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { seriousFindings } from '../docs/axe.ts'
import { overflows, picture } from '../docs/visit.ts'
import { askForSession } from '../harness/browser-session.ts'
import { tokenWith } from '../harness/tokens.ts'
import { manage } from '../management/client.ts'
import { type TestConsole, openConsole, settled, signIn } from './open-console.ts'

let opened: TestConsole

beforeAll(async () => {
  opened = await openConsole({ settings: { KOOGATE_REASON_REQUIRED: 'on' } })
})
afterAll(() => opened.stop())

const page = () => opened.watched.page
const main = () => page().locator('#main')
const dialog = () => page().getByRole('dialog')
const row = (text: string) => main().getByRole('row').filter({ hasText: text })

describe('Access', () => {
  test('makes a token by keyboard alone, and shows it once', async () => {
    await opened.open(paths.access())
    const { keyboard } = page()
    await main().getByRole('button', { name: 'New token' }).focus()
    await keyboard.press('Enter')
    await dialog().getByLabel('What it is for').focus()
    await keyboard.type('night <b>shift</b>')
    await dialog().getByRole('checkbox', { name: 'operate' }).focus()
    await keyboard.press('Space')
    await dialog().getByLabel('Reason').focus()
    await keyboard.type('夜班需要，工单 #4711')
    expect(await seriousFindings(page())).toEqual([])
    await picture(page(), 'access-new-token', false)
    await dialog().getByRole('button', { name: 'New token' }).focus()
    await keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    const token = await main().locator('.note code').textContent()
    expect(token).toMatch(/^kgt_[\w-]{43}$/)
    const used = await askForSession(opened.service, `Bearer ${String(token)}`)
    expect(used.body).toMatchObject({
      tokenName: 'night <b>shift</b>',
      scopes: ['read', 'operate'],
    })
    await opened.open(paths.access())
    await row('night <b>shift</b>').first().waitFor()
    expect(await main().textContent()).not.toContain(token)
    for (const overflow of await overflows(page(), 'access', false)) {
      expect(overflow).toBeLessThanOrEqual(0)
    }
    expect(opened.watched.faults).toEqual([])
  })

  test('shows in the audit who did what, and why', async () => {
    await opened.open(paths.access({ operation: 'createToken', kind: 'change' }))
    const entry = row('夜班需要，工单 #4711')
    await entry.waitFor()
    await expect
      .poll(() => entry.textContent())
      .toMatch(/settings.*createToken.*token.*name, scopes/)
    await page().getByRole('combobox', { name: 'Kind' }).selectOption('read')
    await page().getByText('Nothing that fits was changed or revealed.').waitFor()
    expect(page().url()).toContain('operation=createToken')
    expect(page().url()).toContain('kind=read')
    expect(opened.watched.faults).toEqual([])
  })

  test('loads older entries when asked to', async () => {
    const { authorization } = await tokenWith(opened.service, ['read'], { name: 'busy' })
    for (let n = 0; n < 60; n++) await askForSession(opened.service, authorization)
    const filters = { operation: 'createSession', last: 1 }
    await opened.open(paths.access(filters))
    const entries = main().getByRole('table', { name: 'Audit' }).getByRole('row')
    await expect.poll(() => entries.count()).toBe(51)
    await main().getByRole('button', { name: 'Load older' }).click()
    await entries.nth(60).waitFor()
    expect(opened.watched.faults).toEqual([])
  })

  test('asks before it deletes a token, says what stops working, and takes it away', async () => {
    const { authorization } = await tokenWith(opened.service, ['read'], { name: 'to go' })
    const { status } = await manage(opened.service, '/instances', { authorization })
    expect(status).toBe(200)
    await opened.open(paths.access())
    await row('to go').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => dialog().textContent()).toContain('so something stops working')
    await page().keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await row('to go').getByRole('button', { name: 'Delete' }).click()
    await dialog().getByLabel('Reason').fill('left the company')
    await dialog().getByRole('button', { name: 'Delete' }).click()
    await main()
      .getByRole('table', { name: 'Tokens' })
      .getByRole('link', { name: 'to go' })
      .waitFor({ state: 'detached' })
    expect((await manage(opened.service, '/instances', { authorization })).status).toBe(401)
    expect(opened.watched.faults).toEqual([])
  })

  test('tells who is no administrator why tokens and audit are not there', async () => {
    const { token } = await tokenWith(opened.service, ['read'], { name: 'reader' })
    const watched = await signIn(opened.service, opened.browser, { token })
    await watched.page.goto(new URL(paths.access(), `${opened.service.url}/console/`).href)
    await settled(watched)
    await expect
      .poll(() => watched.page.locator('#main').textContent())
      .toContain('lacks the scope "admin"')
    await expect.poll(() => watched.page.locator('#main table').count()).toBe(0)
    expect(watched.faults).toEqual([])
  })
})

describe('the session of a browser', () => {
  test('is one in all tabs: signing out in one of them signs out the others', async () => {
    const first = await signIn(opened.service, opened.browser)
    const second = await first.page.context().newPage()
    await second.goto(`${opened.service.url}/console/${paths.access()}`)
    await second.locator('#main h1').waitFor()
    await first.page.getByRole('button', { name: 'Sign out' }).click()
    await first.page.locator('input[name=token]').waitFor()
    await second.reload()
    await second.locator('input[name=token]').waitFor()
  })

  test('is out of reach of scripts, of stores and of a page of another host', async () => {
    const { page: own } = await signIn(opened.service, opened.browser)
    expect(await own.evaluate('document.cookie')).toBe('')
    expect(
      await own.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })'),
    ).not.toContain('kg')
    // For a browser 127.0.0.1 and localhost are two sites.
    const service = new URL(opened.service.url)
    const foreign = service.hostname === 'localhost' ? '127.0.0.1' : 'localhost'
    await own.goto(`http://${foreign}:${service.port}/console/`)
    await own.locator('input[name=token]').waitFor()
    const send = `fetch('${opened.service.url}/api/v1/session',
      { method: 'DELETE', mode: 'no-cors', credentials: 'include' }).catch(() => undefined)`
    await own.evaluate(send)
    await own.goto(`${opened.service.url}/console/${paths.access()}`)
    await own.locator('#main h1').waitFor()
  })
})
