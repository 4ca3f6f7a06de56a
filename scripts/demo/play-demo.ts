import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import {
  type Reporter,
  type ReporterOptions,
  createReporter,
} from '../../src/simulator/scenarios/reporter.ts'
import type { StepResult } from '../../src/simulator/scenarios/scenario.ts'
import { createSellerView, readPublicKey } from '../../src/simulator/scenarios/seller-view.ts'
import { startProduct } from '../dev-all/product.ts'
import { startService } from '../dev-all/service-process.ts'
import { startAll } from '../dev-all/start-all.ts'
import { credentials, keys, managementToken, settingsFor } from './keys.ts'
import { plays } from './plays.ts'

const provisionings = ['template', 'manual', 'webhook'] as const
const all = Object.values(plays).flatMap(Object.keys)

interface Stage {
  readonly folder: string
  readonly reporter: Reporter
}

/** Plays the scenarios that are named, or all, and prints them; returns the exit code. */
export async function playDemo(
  named: readonly string[],
  options: Required<Pick<ReporterOptions, 'say'>> & ReporterOptions,
): Promise<0 | 1 | 2> {
  const reporter = createReporter((text) => void process.stdout.write(text), options)
  const unknown = named.filter((name) => !all.includes(name))
  if (unknown.length > 0) {
    const phrase = options.say('There is no scenario {names}; there are {all}.')
    reporter.note(phrase.replace('{names}', unknown.join(', ')).replace('{all}', all.join(', ')))
    return 2
  }
  try {
    const stage = { folder: temporaryFolder(), reporter }
    return (await playNamed(stage, named.length > 0 ? named : all)) ? 0 : 1
  } catch (error) {
    reporter.note(error instanceof Error ? error.message : String(error))
    return 1
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-demo-'))
  const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }
  process.on('exit', () => rmSync(folder, removal))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  return folder
}

async function playNamed(stage: Stage, names: readonly string[]): Promise<boolean> {
  const orderStore = await startOrderStore(credentials)
  const results: StepResult[] = []
  try {
    // All on one database: the second service starts on what the first one left.
    for (const provisioning of provisionings) {
      if (names.some((name) => name in plays[provisioning]))
        results.push(...(await playAll(provisioning, names, { ...stage, orderStore })))
    }
    return stage.reporter.end(results)
  } finally {
    await orderStore.close()
  }
}

async function playAll(
  provisioning: (typeof provisionings)[number],
  names: readonly string[],
  { folder, orderStore, reporter }: Stage & { readonly orderStore: OrderStore },
): Promise<readonly StepResult[]> {
  const { service, stop } = await startAll({
    startService: (settings) => startService({ ...settingsFor(provisioning, folder), ...settings }),
    startProduct: provisioning === 'webhook' ? () => startProduct({ folder }) : undefined,
    // It goes on after the service.
    startStore: () => Promise.resolve({ url: orderStore.url, close: () => Promise.resolve() }),
    credentials,
  })
  try {
    const seller = createSellerView(service.url, managementToken)
    const scenery = { service, keys, seller, orderStore, publicKey: () => readPublicKey(seller) }
    const results: StepResult[] = []
    for (const [name, play] of Object.entries(plays[provisioning])) {
      if (names.includes(name)) results.push(...(await play(scenery, reporter)))
    }
    if (results.some(({ wrong }) => wrong.length > 0)) reporter.note(service.output())
    return results
  } finally {
    await stop()
  }
}
