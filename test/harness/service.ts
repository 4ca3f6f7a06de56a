import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { inject } from 'vitest'
import { type App, startApp } from '../../src/app.ts'
import type { Ports } from '../../src/app/create-services.ts'
import { loadConfig } from '../../src/config/config.ts'
import type { Database } from '../../src/db/database.ts'
import { type Limits, defaultLimits } from '../../src/limits.ts'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { createDatabase } from './postgres.ts'
import { scale } from './scale.ts'

/** A service under test, on a database of its own. */
export interface TestService {
  readonly url: string
  readonly databaseUrl: string | undefined
  readonly managementToken: string
  readonly keys: typeof keys
  readonly db: Database
  readonly app: App
  stop(): Promise<void>
}

/** For what is waited for: a port of the seller that is slower, a job that comes round again. */
export const shortLimits: Partial<Limits> = {
  portWithinMs: 300,
  jobsEveryMs: 100,
  siteProbeMs: 100,
}

export interface ServiceOptions {
  readonly settings?: Readonly<Record<string, string>>
  readonly database?: 'server' | 'embedded'
  /** Another service's database, for a second replica. */
  readonly databaseUrl?: string
  readonly ports?: Partial<Ports>
  /** Silent by default. */
  readonly log?: Logger
  /** What Koogate waits for is waited for less long, and what it takes is less. */
  readonly limits?: Partial<Limits>
}

export const keys = {
  basic: 'basic-key-for-tests',
  v1: 'v1-key-for-tests',
  kit: 'kit-key-for-tests',
  license: 'license-key-for-tests',
  order: 'order-key-for-tests',
}
export const managementToken = 'management-token-for-tests'
/** Every secret of a service under test that an answer could give away. */
export const secrets: readonly string[] = [...Object.values(keys), managementToken]
const secretKey = Buffer.alloc(32, 7).toString('base64')

// To find that out takes a connection; who is started as a process does.
const noPooler = (databaseUrl: string | undefined) =>
  databaseUrl === undefined ? {} : { KOOGATE_DATABASE_POOLED: 'false' }
// No balancer has to see that it stops. Each connection loads the catalogue and plans every statement anew.
const cheapLimits = { drainMs: 0, databaseConnections: scale.databaseConnections }

export async function startService(options: ServiceOptions = {}): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-service-'))
  const databaseUrl = await databaseOf(options)
  const config = loadConfig(
    settingsFor(folder, databaseUrl, { ...noPooler(databaseUrl), ...options.settings }),
  )
  const log = options.log ?? pino({ level: process.env['LOG_LEVEL'] ?? 'silent' })
  const app = await startApp(config, log, {
    // What plays the product is on this machine, which the settings of a server do not allow.
    postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }),
    ...options.ports,
    limits: { ...defaultLimits, ...cheapLimits, ...options.limits },
  })
  return {
    url: app.url,
    databaseUrl,
    managementToken,
    keys,
    db: app.services.db,
    app,
    async stop() {
      await app.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The settings that a service under test starts with, also for one in a process of its own. */
export function settingsFor(
  folder: string,
  databaseUrl: string | undefined,
  settings: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    ...(settings['KOOGATE_CONFIG_FILE'] === undefined && keySettings),
    KOOGATE_MANAGEMENT_TOKEN: managementToken,
    KOOGATE_SECRET_KEY: secretKey,
    KOOGATE_LICENSE_TEMPLATE: 'LICENSE {instanceId} {eventId}{identificationCode}',
    ...settings,
  }
}

// With an address file the keys stand there.
const keySettings = {
  KOOGATE_BASIC_KEY: keys.basic,
  KOOGATE_V1_KEY: keys.v1,
  KOOGATE_KIT_KEY: keys.kit,
  KOOGATE_LICENSE_KEY: keys.license,
  KOOGATE_ORDER_KEY: keys.order,
}

async function databaseOf(options: ServiceOptions): Promise<string | undefined> {
  if (options.database === 'embedded') return undefined
  return options.databaseUrl ?? (await createDatabase(inject('postgresUrl')))
}

/** An id that no other test uses. */
export function newId(prefix = 'id'): string {
  return `${prefix}-${randomBytes(8).toString('hex')}`
}
