import { readCase } from './case-id.ts'
import { judge, type JudgeOptions } from './judge.ts'
import { rules as allRules } from './rules/index.ts'
import { ruleNamed } from './select.ts'
import type { Report } from './report.ts'
import { startOrderStore } from '../simulator/api/order-store.ts'
import { wrongUse } from './wrong-use.ts'

/** What `koogate conform` is asked for, beside what `judge` takes. */
export interface ConformOptions extends Omit<JudgeOptions, 'orderStore'> {
  /** Judges a case once more: its rule, its generation, its random choices. */
  readonly replay?: string
  /** Whoever asks for real calls says that the server is theirs. */
  readonly ownsServer?: boolean
  /** Our store that the seller asks about orders, with the AK/SK that the seller has. */
  readonly store?: StoreOptions
}

/** Where our store listens, and whom it answers. */
export interface StoreOptions {
  readonly port: number
  readonly accessKey: string
  readonly secretKey: string
}

/** Judges as the command is asked to. Throws WrongUse. */
export async function conform(options: ConformOptions): Promise<Report> {
  const { full = false, ownsServer = false, store, replay } = options
  if (full && !ownsServer) throw notOwned()
  const chosen = replay === undefined ? options : replayed(options, replay)
  if (store === undefined || !full) return judge(chosen)
  const orderStore = await startStore(store)
  try {
    return await judge({ ...chosen, orderStore })
  } finally {
    await orderStore.close()
  }
}

function replayed(options: ConformOptions, replay: string): ConformOptions {
  const { rule, generation, seed } = readCase(replay)
  const { id } = ruleNamed(rule, options.rules ?? allRules, '--replay')
  return { ...options, only: [id], skip: [], generations: [generation], seed }
}

function notOwned() {
  return wrongUse(
    '--full makes real calls: instances are made, changed and released. Say --i-own-this-server if this server is yours and no buyer is on it',
    '--full 会发起真实调用：创建、变更并释放实例。如果该服务器属于您且没有买家使用，请加上 --i-own-this-server',
  )
}

async function startStore(store: StoreOptions) {
  try {
    return await startOrderStore(store)
  } catch (cause) {
    const { port } = store
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw wrongUse(
      `--store-port ${port}: no store can listen there (${reason})`,
      `--store-port ${port}：无法在该端口监听（${reason}）`,
      { cause },
    )
  }
}
