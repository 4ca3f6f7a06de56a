import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { wrongUse } from './failure.ts'
import type { InStream } from './host.ts'

/** The text of a file; throws Failure that names the option or argument which says where it is. */
export function readTextFile(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw wrongUse(
      `${name}: ${path} cannot be read (${code}).`,
      `${name}：无法读取 ${path}（${code}）。`,
      { cause },
    )
  }
}

/** The text of a file, or what is piped in; nobody is asked to type it. */
export async function readInput(path: string | undefined, stdin: InStream): Promise<string> {
  if (path !== undefined && path !== '-') return readTextFile(path, 'file')
  if (stdin.isTTY !== true) return text(stdin)
  throw wrongUse(
    'There is no request: name a file that holds it, or pipe it in.',
    '没有请求：请指定文件，或通过管道传入。',
  )
}
