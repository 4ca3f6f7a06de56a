// The service as src/main.ts starts it, with other limits: those in TEST_LIMITS, which are no settings; and
// by the clock of a test, where TEST_CLOCK_FILE holds by how many milliseconds it is ahead.
import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { startApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config/config.ts'
import { type Limits, defaultLimits } from '../../src/limits.ts'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'

const limits = JSON.parse(process.env['TEST_LIMITS'] ?? '{}') as Partial<Limits>
const config = loadConfig()
const clock = process.env['TEST_CLOCK_FILE']
const now = clock && (() => new Date(Date.now() + Number(readFileSync(clock, 'utf8'))))
const app = await startApp(config, pino({ level: config.logLevel }), {
  limits: { ...defaultLimits, ...limits },
  ...(now && { now }),
  // What plays the product is on this machine, which the settings of a server do not allow.
  postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }),
})
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)))
