import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const debian = '/usr/bin/chromium'
const aptGet = '/usr/bin/apt-get'
const places = [
  debian,
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

/**
 * Starts a headless Chromium without a network: the one that CHROMIUM names, or an installed one. As
 * root on Debian a missing one is installed; elsewhere it throws and says what to do.
 */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: quiet })
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
  const install = 'apt-get update && apt-get install --yes --no-install-recommends chromium'
  execFileSync('flock', [aptGet, 'sh', '-c', `test -x ${debian} || { ${install}; }`], {
    stdio: 'pipe',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return debian
}
