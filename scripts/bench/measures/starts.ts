import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '../../../test/harness/postgres.ts'
import { contenders, firstCommand, startService } from '../contenders.ts'
import { type Program, startProgram } from '../program.ts'
import { valueLine } from '../report.ts'
import { median } from '../statistics.ts'
import { inTurns } from '../turns.ts'

/** Each start is a very first one: nothing compiled, an empty database or folder. */
export async function measureStarts(postgresUrl: string, rounds: number): Promise<string[]> {
  const starts = {
    onPostgres: () => readyOnPostgres(postgresUrl),
    embedded: readyOnEmbedded,
    lean: async () => readyMsOf(await contenders.lean(await createDatabase(postgresUrl, 'empty'))),
  }
  const { onPostgres, embedded, lean } = await inTurns(rounds, starts, (start) => start())
  return [
    valueLine('ready on an empty Postgres', median(onPostgres), 'ms'),
    valueLine('ready on the embedded default, first start', median(embedded), 'ms'),
    valueLine('ready, lean program', median(lean), 'ms'),
  ]
}

async function readyOnPostgres(postgresUrl: string): Promise<number> {
  const databaseUrl = await createDatabase(postgresUrl, 'empty')
  return readyMsOf(await startService(databaseUrl, { command: firstCommand }))
}

async function readyOnEmbedded(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-bench-'))
  const readyMs = await readyMsOf(
    await startProgram(firstCommand, { DATA_DIR: folder, LOG_LEVEL: 'warn' }),
  )
  rmSync(folder, { recursive: true, force: true })
  return readyMs
}

async function readyMsOf(program: Program): Promise<number> {
  await program.stop()
  return program.readyMs
}
