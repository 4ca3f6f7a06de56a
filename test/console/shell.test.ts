import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { seriousFindings } from '../docs/axe.ts'
import { type TestConsole, openConsole, settled } from './open-console.ts'

let opened: TestConsole

beforeAll(async () => {
  opened = await openConsole()
})
afterAll(() => opened.stop())

const focused = () => opened.watched.page.evaluate<string>('document.activeElement.localName')

describe('the console', () => {
  test('goes to every page of its navigation, and stays at it when it is reloaded', async () => {
    const { page, faults } = opened.watched
    await opened.open(paths.overview())
    const links = await page.locator('nav.pages a').all()
    expect(links).toHaveLength(12)
    for (const link of links) {
      const title = (await link.textContent()) ?? ''
      await link.click()
      await page.locator('h1', { hasText: title }).waitFor()
      await settled(opened.watched)
    }
    await page.reload()
    await page.locator('h1:text("Setup")').waitFor()
    expect(faults).toEqual([])
  })

  test('says at an address that it does not know that there is no such page', async () => {
    await opened.open('nothing')
    await expect
      .poll(() => opened.watched.page.locator('h1').textContent())
      .toBe('There is no such page')
  })

  test('moves the focus to the heading of the page that a link leads to', async () => {
    const { page } = opened.watched
    await opened.open(paths.setup())
    await page.getByRole('link', { name: 'Alarms' }).click()
    await page.locator('h1:text("Alarms")').waitFor()
    await expect.poll(() => focused()).toBe('h1')
    expect(new URL(page.url()).pathname).toBe('/console/alarms')
  })

  test('lets the keyboard skip the navigation', async () => {
    const { page } = opened.watched
    await opened.open(paths.setup())
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused()).toBe('main')
  })

  test('remembers language and scheme', async () => {
    const { page } = opened.watched
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('button', { name: '深色或浅色' }).click()
    await opened.open(paths.alarms())
    await expect.poll(() => page.locator('h1').textContent()).toBe('告警')
    expect(await page.evaluate('document.documentElement.dataset.scheme')).toBe('dark')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
  })
})
