// The service as src/main.ts starts it, with other limits: those in TEST_LIMITS, which are no settings.
import { pino } from 'pino'
import { startApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config/config.ts'
import { type Limits, defaultLimits } from '../../src/limits.ts'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'

const limits = JSON.parse(process.env['TEST_LIMITS'] ?? '{}') as Partial<Limits>
const config = loadConfig()
const app = await startApp(config, pino({ level: config.logLevel }), {
  limits: { ...defaultLimits, ...limits },
  // What plays the product is on this machine, which the settings of a server do not allow.
  postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }),
})
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)))
