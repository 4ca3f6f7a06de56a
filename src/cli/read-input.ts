import { readFileSync } from 'node:fs'
import { addAbortSignal } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { wrongUse } from './failure.ts'
import type { Context } from './context.ts'

/** The bytes of a file; throws Failure that names the option, if one says which file it is. */
export function readBytes(path: string, option?: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const [en, zh] = option === undefined ? ['', ''] : [`${option}: `, `${option}：`]
    throw wrongUse(`${en}${path} cannot be read (${code}).`, `${zh}无法读取 ${path}（${code}）。`, {
      cause,
    })
  }
}

/** The text of a file, likewise. */
export function readTextFile(path: string, option?: string): string {
  return Buffer.from(readBytes(path, option)).toString()
}

/** The bytes of a file, or what is piped in; nobody is asked to type it. */
export async function readInput(
  path: string | undefined,
  { stdin, signal }: Pick<Context, 'stdin' | 'signal'>,
): Promise<Uint8Array> {
  if (path !== undefined && path !== '-') return readBytes(path)
  if (stdin.isTTY !== true) return buffer(addAbortSignal(signal, stdin))
  throw wrongUse(
    'There is no request: name a file, or put the request on standard input.',
    '没有请求：请指定文件，或从标准输入给出请求。',
  )
}
