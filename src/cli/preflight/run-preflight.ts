import { createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Draft } from '../../preflight/draft.ts'
import { fileReader } from '../../preflight/files.ts'
import { callCases } from '../../preflight/live/call-cases.ts'
import { type Live, lookAt } from '../../preflight/live/live.ts'
import { preflight } from '../../preflight/preflight.ts'
import { DraftError, type ReadDraft, readDraft } from '../../preflight/read-draft.ts'
import { jsonOf } from '../../preflight/report/json.ts'
import { sarifOf } from '../../preflight/report/sarif.ts'
import { textOf } from '../../preflight/report/text.ts'
import { draftJsonSchema, draftTemplate } from '../../preflight/template.ts'
import { type KeyOptions, currentKeys, readAccessKeys } from '../access-keys.ts'
import type { Context } from '../context.ts'
import { wrongUse } from '../failure.ts'
import { readTextFile } from '../read-input.ts'

export interface PreflightFlags extends KeyOptions {
  /** A folder, or true for this one. */
  readonly init?: string | true
  readonly live?: boolean
  readonly sarif?: string
}

/** How long a live address has for its certificate, in milliseconds. */
const tlsWithinMs = 5_000

/** Writes a draft and its schema into a folder; throws Failure where one of them is there already. */
export function initDraft(folder: string, { output: { say, line } }: Context): void {
  const files = [
    [join(folder, 'listing.yaml'), draftTemplate],
    [join(folder, 'listing.schema.json'), `${JSON.stringify(draftJsonSchema(), null, 2)}\n`],
  ] as const
  const there = files.find(([path]) => existsSync(path))
  if (there) throw wrongUse(`${there[0]} is there already.`, `${there[0]} 已存在。`)
  for (const [path, content] of files) {
    write(path, content)
    line(say({ en: `wrote ${path}`, zh: `已写入 ${path}` }))
  }
}

/** Judges a draft and prints what was found; throws Failure for a draft that cannot be read. */
export async function runPreflight(
  path: string | undefined,
  flags: PreflightFlags,
  context: Context,
): Promise<void> {
  const { env, output, version, signal, end } = context
  if (path === undefined) {
    throw wrongUse(
      'Which draft? Begin with koogate preflight --init.',
      '请给出草稿文件；可先运行 koogate preflight --init。',
    )
  }
  const read = readFile(path)
  const file = fileReader(dirname(path))
  const report = preflight(read, {
    ...{ today: new Date(), file },
    key: (type) => {
      const name = read.draft.keys?.[type]
      return name === undefined ? undefined : env[name]
    },
    live: flags.live ? await liveOf(read.draft, { flags, context, file }) : undefined,
  })
  if (flags.sarif !== undefined) {
    write(flags.sarif, `${JSON.stringify(sarifOf(report, path, version), null, 2)}\n`)
  }
  for (const one of textOf(report, path, output.say)) output.line(one)
  output.json({ ...jsonOf(report, path), partial: signal.aborted })
  if (signal.aborted)
    output.line(
      output.say({ en: 'Stopped: not every case was called.', zh: '已中止：并未调用全部用例。' }),
    )
  end(report.findings.some(({ rule }) => rule.severity === 'error') ? 'broken' : 'kept')
}

function readFile(path: string): ReadDraft {
  const source = readTextFile(path)
  try {
    return readDraft(source)
  } catch (error) {
    if (!(error instanceof DraftError)) throw error
    const faults = error.faults.map(
      ({ line, column, message }) => `${path}:${line}:${column} ${message}`,
    )
    throw wrongUse(faults.join('\n'), faults.join('\n'), { cause: error })
  }
}

function write(path: string, content: string): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw wrongUse(`${path} cannot be written.`, `无法写入 ${path}。`, { cause: error })
  }
}

interface Calling {
  readonly flags: PreflightFlags
  readonly context: Context
  readonly file: ReturnType<typeof fileReader>
}

async function liveOf(draft: Draft, { flags, context, file }: Calling): Promise<Live> {
  const url = URL.parse(draft.saas?.address ?? '')
  if (url === null) {
    throw wrongUse('--live needs saas.address in the draft.', '--live 需要草稿中的 saas.address。')
  }
  const { env, signal, output } = context
  output.note(output.say({ en: `calling ${url.href}`, zh: `正在调用 ${url.href}` }))
  const looked = await lookAt(url, tlsWithinMs)
  const isReached = typeof looked.resolved !== 'string' && !(looked.tls && 'fault' in looked.tls)
  if (!isReached) return { ...looked, cases: undefined }
  const keys = currentKeys(readAccessKeys({ ...keysOfDraft(draft, env), ...flags }, env))
  const publicKey = publicKeyOf(draft, file)
  return { ...looked, cases: await callCases(draft, { url, keys, publicKey, signal }) }
}

/** The keys in the variables that the draft names. */
function keysOfDraft({ keys = {} }: Draft, env: Context['env']): KeyOptions {
  const { rebinding: _rebinding, ...names } = keys
  const given = Object.entries(names).flatMap(([type, name]) => {
    const key = name === undefined ? undefined : env[name]
    return key === undefined ? [] : [`${type}=${key}`]
  })
  return given.length === 0 ? {} : { key: given }
}

function publicKeyOf({ credential }: Draft, file: Calling['file']): KeyObject | undefined {
  const facts = credential?.publicKey === undefined ? undefined : file(credential.publicKey)
  try {
    return facts && createPublicKey(facts.text())
  } catch {
    // Told by its own rule.
    return undefined
  }
}
