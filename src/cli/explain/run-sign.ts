import { randomBytes } from 'node:crypto'
import type { Message } from '../../explain/message/message.ts'
import { curlLine, messageParts } from '../../explain/message/write-message.ts'
import { signMessage } from '../../explain/sign.ts'
import type { Context } from '../context.ts'
import { readInput } from '../read-input.ts'
import { namedKeys } from './named-keys.ts'
import { type ExplainFlags, readRequest, readScheme, usable } from './read-flags.ts'

/** Signs a request, and prints it as a line for curl. */
export async function runSign(
  file: string | undefined,
  flags: ExplainFlags,
  { env, stdin, output }: Context,
): Promise<void> {
  const message = readRequest(await readInput(file, stdin))
  const scheme = readScheme(flags, message) ?? 'v2'
  const [first] = namedKeys(scheme, flags, env)
  const accessKey = flags.accessKey ?? env['KOOGATE_STORE_AK']
  const moment = {
    now: new Date(),
    nonce: randomBytes(32).toString('hex').toUpperCase(),
    ...(accessKey !== undefined && { accessKey }),
  }
  const signed = usable<Message>(signMessage({ scheme, message, key: first?.key ?? '', moment }))
  output.line(curlLine(signed))
  output.json({ scheme, ...messageParts(signed) })
}
