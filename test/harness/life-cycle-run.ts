import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Answer } from './contract-hook.ts'
import type { ImportCommand, RowCommand } from './import-commands.ts'
import { manage } from './management.ts'
import type { ImportResult, ImportedRow } from './modelled-import.ts'
import type { ModelledInstance } from './modelled-sales.ts'
import { isLong, scale, seed } from './scale.ts'
import { type TestService, newId } from './service.ts'

// What the life cycles of V1 and V2 have in common when they are held against their models.

export const longest = 40
export const day = 24 * 3_600_000
export const begin = Date.UTC(2030, 0, 1)

/**
 * The databases, each with its number of runs. An embedded one takes seconds to start: in a small run
 * one of the two models, drawn by the seed, is held against it.
 */
export function lives(runs: number, turn: 0 | 1) {
  const isDrawn = isLong || seed % 2 === turn
  const embedded = ['embedded', Math.min(runs, scale.embeddedLifeCycleRuns)] as const
  return [['server', runs] as const, ...(isDrawn ? [embedded] : [])]
}

/** One run: its own ids, its own model, and what was sent and imported so far. */
export interface Run<Model, Sent> {
  readonly id: string
  readonly model: Model
  readonly sent: Sent[]
  readonly rows: ImportedRow[]
}

export function newRun<Model, Sent>(model: Model): Run<Model, Sent> {
  return { id: newId('run'), model, sent: [], rows: [] }
}

/** Two addresses of one site with these keys: the orders of one may be moved to the other at any time. */
export function twoAddresses(addressKeys: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-moved-'))
  const file = join(folder, 'addresses.yaml')
  writeFileSync(file, JSON.stringify({ addresses: { main: addressKeys, other: addressKeys } }))
  const remove = () => {
    rmSync(folder, { recursive: true, force: true })
  }
  return { settings: { KOOGATE_CONFIG_FILE: file }, remove }
}

interface Modelled {
  readonly instances: ReadonlyMap<string, ModelledInstance>
  import(row: ImportedRow, now: number): ImportResult
  complete(instanceId: string): number
}

/** What is played, and by which clock. */
export interface Played {
  readonly service: TestService
  readonly now: number
}

/** Imports a row, a new one or one that was imported before, and holds the outcome against the model. */
export async function playImport<Sent>(
  command: ImportCommand,
  run: Run<Modelled, Sent>,
  toRow: (row: RowCommand) => ImportedRow,
  { service, now }: Played,
): Promise<void> {
  const isNew = command.does === 'import'
  const row = isNew ? toRow(command.row) : run.rows.at(-1 - command.back)
  if (row === undefined) return
  if (isNew) run.rows.push(row)
  const { status, body } = await manage(service, '/instances', { method: 'POST', body: row })
  const outcome = run.model.import(row, now)
  const expected = outcome === 'refused' ? [409, undefined] : [200, outcome]
  expect([status, body['outcome']]).toEqual(expected)
}

/** The seller fills in the app info. */
export async function complete(
  instanceId: string,
  model: Modelled,
  { service }: Played,
): Promise<void> {
  const body = { frontEndUrl: 'https://seller.example/' }
  const path = `/instances/${instanceId}/app-info`
  const { status } = await manage(service, path, { method: 'PUT', body })
  expect(status).toBe(model.complete(instanceId))
}

/** What an answer of the store's call tells. */
export function seen({ body }: Answer) {
  const info = body['info'] as { instanceId: string }[] | undefined
  return {
    code: body['resultCode'],
    instanceId: body['instanceId'],
    info: info?.map(({ instanceId }) => instanceId),
  }
}

/** What an instance that was sold before is called by the seller's own records. */
export const oldId = (run: { readonly id: string }, line: number) => `${run.id}-old-${line}`

/** Holds everything that the run has left behind against its model. */
export async function expectAsModelled<Sent>(
  { id, model }: Run<Modelled, Sent>,
  service: TestService,
): Promise<void> {
  const rows = await service.db
    .selectFrom('sold_instances')
    .select('instance_id')
    .where('order_id', 'like', `${id}-%`)
    .execute()
  const ids = rows.map((row) => row.instance_id).sort()
  expect(ids).toEqual([...model.instances.keys()].sort())
  for (const modelled of model.instances.values()) {
    expect(await shownOf(modelled.id, service)).toEqual(expectedOf(modelled))
  }
}

/** An instance as the management API shows it; its history as how often each change happened. */
async function shownOf(instanceId: string, service: TestService) {
  const { body } = await manage(service, `/instances/${instanceId}`)
  const history = body['history'] as { type: string }[]
  const changes = Map.groupBy(history, ({ type }) => type.replace('instance.', ''))
  const { status, test, trial, expireTime, acceptanceTime, productId } = body
  return {
    ...{ instanceId, status, test, trial, expireTime, acceptanceTime, productId },
    // No call is about one that was released any more.
    address: status === 'released' ? null : body['address'],
    changes: Object.fromEntries([...changes].map(([type, all]) => [type, all.length])),
  }
}

function expectedOf({ phase, frozen, ...instance }: ModelledInstance) {
  const { id: instanceId, test, trial, productId, address, changes } = instance
  return {
    ...{ instanceId, test, trial, productId },
    status: phase === 'ready' ? (frozen ? 'frozen' : 'active') : phase,
    expireTime: shownTime(instance.expireTime),
    acceptanceTime: shownTime(instance.acceptanceTime),
    address: phase === 'released' ? null : address,
    changes: Object.fromEntries(changes),
  }
}

function shownTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}

/** Digits of a time, as the store writes it. */
export function storeTime(time: number): string {
  return new Date(time).toISOString().replace(/\D/g, '')
}
