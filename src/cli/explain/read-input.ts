import { readFileSync } from 'node:fs'
import { isatty } from 'node:tty'
import { wrongUse } from '../failure.ts'

const standardInput = 0

/** The bytes of a file, or of standard input where none is named; throws Failure for what cannot be read. */
export function readInput(file: string | undefined): Uint8Array {
  if (file === undefined || file === '-') return readStandardInput()
  return readBytes(file)
}

/** The bytes of a file; throws Failure for what cannot be read. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw wrongUse(`${file} cannot be read (${code}).`, `无法读取 ${file}（${code}）。`, { cause })
  }
}

function readStandardInput(): Uint8Array {
  if (isatty(standardInput)) {
    throw wrongUse(
      'There is no request: name a file, or put the request on standard input.',
      '没有请求：请指定文件，或从标准输入给出请求。',
    )
  }
  return readFileSync(standardInput)
}
