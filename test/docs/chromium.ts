import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core'
import { isLong } from '../harness/scale.ts'

// The shell has no window to draw, and takes a third less CPU than the whole browser without its window.
const debianPackage = isLong ? 'chromium' : 'chromium-headless-shell'
const debian = `/usr/bin/${debianPackage}`
const aptGet = '/usr/bin/apt-get'
const places = [
  debian,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

// A browser calls home by itself unless it is told not to; and it has no network but the loopback.
const quiet = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What a test file has of the browser: contexts of its own, which share nothing with those of others. */
export interface TestBrowser {
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>
  /** Closes these contexts; the browser stays for the next file, if that asks for it at once. */
  close(): Promise<void>
}

// To start one takes longer than most tests: the files of a worker that ask for it come one after the
// other, and share it.
let launched: Promise<Browser> | undefined
let users = 0
let ending: NodeJS.Timeout | undefined
const idleMs = 1_000

/**
 * Opens a headless Chromium without a network: the one that CHROMIUM names, or an installed one. As
 * root on Debian a missing one is installed; elsewhere it throws and says what to do.
 */
export async function openChromium(): Promise<TestBrowser> {
  users += 1
  clearTimeout(ending)
  launched ??= chromium.launch({ executablePath: findChromium(), headless: true, args: quiet })
  const browser = await launched
  const contexts: BrowserContext[] = []
  return {
    async newContext(options) {
      const context = await browser.newContext(options)
      contexts.push(context)
      return context
    },
    async close() {
      await Promise.all(contexts.splice(0).map((context) => context.close()))
      users -= 1
      if (users === 0) ending = setTimeout(endChromium, idleMs)
    },
  }
}

function endChromium(): void {
  void launched?.then((browser) => browser.close())
  launched = undefined
}

function findChromium(): string {
  const installed = [process.env['CHROMIUM'] ?? '', ...places].find((path) => existsSync(path))
  if (installed !== undefined && installed !== debian) return installed
  if (process.getuid?.() === 0 && existsSync(aptGet)) return installChromium()
  if (installed !== undefined) return installed
  throw new Error(
    'The docs and the console are tested in Chromium: install it, or name it in CHROMIUM.',
  )
}

// Files of a run ask for it at once: one installs it, and whoever finds it there half unpacked waits too.
function installChromium(): string {
  const install = `apt-get update && apt-get install --yes --no-install-recommends ${debianPackage}`
  execFileSync('flock', [aptGet, 'sh', '-c', `test -x ${debian} || { ${install}; }`], {
    stdio: 'pipe',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return debian
}
