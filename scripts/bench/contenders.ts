import { randomBytes } from 'node:crypto'
import { type Program, startProgram } from './program.ts'

const randomHex = (bytes: number) => randomBytes(bytes).toString('hex')

/** The keys of one run. */
export const keys = {
  basic: randomHex(16),
  kit: randomHex(16),
  managementToken: randomHex(16),
  secret: randomBytes(32).toString('base64'),
}

/** As `npm start` starts it, and as its very first start, which finds nothing compiled. */
const serviceCommand = ['--max-semi-space-size=16', 'src/start.js']
export const firstCommand = ['--max-semi-space-size=16', 'src/main.ts']

export interface ServiceOptions {
  readonly command?: readonly string[]
  readonly settings?: Readonly<Record<string, string>>
}

/** Starts the service on a database of its own, where it makes its tables. */
export function startService(databaseUrl: string, options: ServiceOptions = {}): Promise<Program> {
  return startProgram(options.command ?? serviceCommand, {
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'warn',
    KOOGATE_BASIC_KEY: keys.basic,
    KOOGATE_KIT_KEY: keys.kit,
    KOOGATE_SECRET_KEY: keys.secret,
    KOOGATE_MANAGEMENT_TOKEN: keys.managementToken,
    KOOGATE_FRONT_END_URL: 'https://app.example.com/{instanceId}',
    ...options.settings,
  })
}

type Start = (databaseUrl: string) => Promise<Program>

const startOther =
  (file: string): Start =>
  (databaseUrl) =>
    startProgram([`scripts/bench/programs/${file}.ts`], {
      DATABASE_URL: databaseUrl,
      BENCH_KEY: keys.basic,
      BENCH_SECRET: keys.secret,
    })

/** All programs that meet the load of purchases, by the name that is printed. */
export const contenders = {
  service: (databaseUrl) => startService(databaseUrl),
  lean: startOther('lean'),
  Express: startOther('express'),
  Fastify: startOther('fastify'),
} satisfies Record<string, Start>

export type Name = keyof typeof contenders
