import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Logger } from 'pino'
import { createLog } from '../../src/log.ts'
import { type TestService, startService } from '../harness/service.ts'

const secret = 'lisi@example.com said "hush"\nand left'

interface Line {
  readonly err: Readonly<Record<string, unknown>>
}

let written = ''
let log: Logger
beforeAll(async () => {
  log = await createLog('info', { write: (line: string) => void (written = line) })
})

/** What the log tells of an error. */
function told(error: unknown): Line['err'] {
  log.error({ err: error }, 'a test')
  return (JSON.parse(written) as Line).err
}

describe.each(['server', 'embedded'] as const)('of a fault of the database (%s)', (database) => {
  let service: TestService
  beforeAll(async () => {
    service = await startService({ database })
  })
  afterAll(() => service.stop())

  const fault = (statement: ReturnType<typeof sql>): Promise<unknown> =>
    statement.execute(service.db).then(
      () => undefined,
      (error: unknown) => error,
    )

  test.each([
    ['a table that is not there', '42P01', () => sql`select ${secret}::text from nowhere`],
    ['a value of another type', '22P02', () => sql`select ${secret}::text::integer`],
    ['a row that is there already', '23505', () => twice()],
    ['what a function says', '22P02', () => sql`do ${sql.raw(failing())}`],
  ])('the log tells %s, its code and its place, and no value', async (_what, code, statement) => {
    const err = told(await fault(statement()))
    expect(err).toMatchObject({ code, message: expect.stringMatching(/./) as string })
    expect(err['stack']).toMatch(/\n +at /)
    expect(written).not.toMatch(/lisi|hush|left/)
    const members = ['code', 'message', 'routine', 'stack', 'type']
    expect(Object.keys(err).sort()).toEqual(members)
  })

  test('the same holds of one that is the cause of another', async () => {
    const cause = await fault(sql`select ${secret}::text::integer`)
    const err = told(new Error('could not be done', { cause }))
    expect(err['message']).toBe('could not be done: invalid input syntax for type integer: "***"')
    expect(written).not.toMatch(/lisi|hush|left/)
  })
})

function twice() {
  return sql`insert into nonces (hash, seen_at)
    select convert_to(${secret}, 'UTF8'), now() from generate_series(1, 2)`
}

// Postgres adds the statement inside of it, and where it stands.
function failing(): string {
  return `$$ begin perform '${secret}'::text::integer; end $$`
}

test('an error of ours, of the system or of several keeps what it says', () => {
  const refused = Object.assign(new Error('connect "a" ECONNREFUSED'), { code: 'ECONNREFUSED' })
  expect(told(refused)).toMatchObject({ type: 'Error', code: 'ECONNREFUSED' })
  expect(told(refused)['message']).toBe('connect "a" ECONNREFUSED')
  expect(told(new AggregateError([refused], ''))['errors']).toMatchObject([
    { message: 'connect "a" ECONNREFUSED' },
  ])
  expect(told({ private: secret })).toEqual({ type: 'object' })
})
