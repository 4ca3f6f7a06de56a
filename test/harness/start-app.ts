import { pino } from 'pino'
import { type App, startApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config/config.ts'
import { explainStart } from '../../src/explain-start.ts'
import { defaultLimits } from '../../src/limits.ts'

const log = pino({ level: 'silent' })

/** Starts a service by these settings alone, in this process and as main.ts does. */
export function startBy(settings: Readonly<Record<string, string>>): Promise<App> {
  const config = loadConfig({ HOST: '127.0.0.1', PORT: '0', ...settings })
  return startApp(config, log, { limits: { ...defaultLimits, drainMs: 0 } })
}

/** What main.ts prints of a start that must fail; throws if it succeeds. */
export async function refusalOf(settings: Readonly<Record<string, string>>): Promise<string> {
  const started = await Promise.resolve()
    .then(() => startBy(settings))
    .catch((error: unknown) => `Koogate does not start. ${explainStart(error)}\n`)
  if (typeof started === 'string') return started
  await started.stop()
  throw new Error('it has started')
}
