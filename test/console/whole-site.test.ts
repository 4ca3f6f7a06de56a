import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plays } from '../../scripts/demo/plays.ts'
import { seriousFindings } from '../docs/axe.ts'
import { openChromium } from '../docs/chromium.ts'
import {
  type Watched,
  colourSchemes,
  openContext,
  overflowAt,
  picture,
  viewports,
  watch,
} from '../docs/visit.ts'
import { drawn, isLong, scale } from '../harness/scale.ts'
import { type First, addresses, firstFrom } from './addresses.ts'
import { sayHostileThings } from './hostile-data.ts'
import { breachesScript } from './hostile-strings.ts'
import { kitSettings } from './kit-key.ts'
import { startMockedConsole } from './mocked-console.ts'
import { openConsole, settled, signIn } from './open-console.ts'
import { usageRows } from './usage-rows.ts'

const languages = ['en', 'zh'] as const
type Language = (typeof languages)[number]
const names = Object.keys(addresses) as (keyof typeof addresses)[]
const looks = names.flatMap((name) =>
  languages.flatMap((language) => colourSchemes.map((scheme) => [name, language, scheme] as const)),
)

/** The console of one who is signed in, in each language. */
interface Site {
  readonly url: string
  readonly token: string
  readonly watched: Readonly<Record<Language, Watched>>
  stop(): Promise<void>
}

function describeSite(name: string, open: () => Promise<Site>): void {
  describe(name, () => {
    let site: Site
    let first: First
    beforeAll(async () => {
      site = await open()
      first = firstFrom(site.url, site.token)
    })
    afterAll(() => site.stop())

    test.each(drawn(looks, scale.siteLooks))('%s in %s, %s', async (page, language, scheme) => {
      const watched = site.watched[language]
      const address = await addresses[page](first)
      const picturedAs = [name, page, language, scheme].join('-')
      await watched.page.emulateMedia({ colorScheme: scheme })
      watched.faults.splice(0)
      await watched.page.goto(new URL(address, `${site.url}/console/`).href)
      await settled(watched)
      for (const viewport of viewports) {
        expect(
          await overflowAt(watched.page, viewport),
          `at ${viewport.width}`,
        ).toBeLessThanOrEqual(0)
        expect(await seriousFindings(watched.page), `at ${viewport.width}`).toEqual([])
        await picture(watched.page, picturedAs, true)
      }
      expect(await watched.page.evaluate(breachesScript)).toEqual([])
      expect(watched.faults).toEqual([])
    })
  })
}

describeSite('mock', async () => {
  const [mocked, browser] = await Promise.all([startMockedConsole(), openChromium()])
  const watchedIn = async (language: Language) => {
    const context = await openContext(browser)
    await context.addInitScript(`localStorage.setItem('koogate-language', '${language}')`)
    return watch(context)
  }
  return {
    ...{ url: mocked.url, token: 'any' },
    watched: { en: await watchedIn('en'), zh: await watchedIn('zh') },
    async stop() {
      await browser.close()
      await mocked.stop()
    },
  }
})

if (isLong) describeSite('service', openServed)

async function openServed(): Promise<Site> {
  const lives = Object.keys(plays.template) as (keyof typeof plays.template)[]
  const served = await openConsole({ lives, settings: await kitSettings() })
  const { service, browser } = served
  await usageRows(service.db)
  await sayHostileThings(service)
  const zh = await signIn(service, browser, { language: 'zh' })
  return {
    ...{ url: service.url, token: service.managementToken },
    watched: { en: served.watched, zh },
    stop: () => served.stop(),
  }
}
