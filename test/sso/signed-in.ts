import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { databases } from '../harness/scale.ts'
import { openBrowser, product } from './browser.ts'
import { type Enterprise, type Scene, bind, grant, openScene } from './scene.ts'

/** The service and its auth centre; opened before the tests of a file. */
export let scene: Scene
/** An enterprise whose user is bound and may enter. */
export let enterprise: Enterprise
/** What the service has logged. */
export const logged: string[] = []

/** Opens them for the tests of the file that calls it: files of one worker share this module. */
export function useSignedIn(): void {
  beforeAll(async () => {
    logged.length = 0
    const { pino } = await import('pino')
    const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
    // In the long run on the embedded one.
    scene = await openScene({ log, database: databases.at(-1) ?? 'server' })
    enterprise = await bind(scene)
    await grant(scene, enterprise)
  })
  afterAll(() => scene.stop())
  afterEach(() => {
    scene.clock.offsetMs = 0
    Object.assign(scene.centre.oddities, {
      secondsAsText: false,
      refreshToken: true,
      tenantInUserInfo: true,
      nulls: false,
      toldSeconds: undefined,
    })
  })
}

/** A browser of its own. */
export const browser = (language?: string) =>
  openBrowser(scene.service.url.replace('localhost', '127.0.0.1'), language)

/** Signs in at the seller's own login, and comes to the product. */
export async function signIn(
  { tenantId, user }: Enterprise = enterprise,
  { protocol = 'oauth', address = 'main', who = browser() } = {},
) {
  const at = await who.open(
    scene.page(`/login?tenant=${tenantId}&protocol=${protocol}&state=of-product`, address),
  )
  const come = at.url.href.startsWith(product) ? at : await who.submit(at, user.name)
  expect(come.url.href, come.text).toContain(product)
  return { who, come, url: come.url }
}
