import { once } from 'node:events'
import type { HeardCall } from '../../simulator/listen/heard-call.ts'
import { startListener } from '../../simulator/listen/listen.ts'
import { type KeyOptions, readAccessKeys } from '../access-keys.ts'
import type { Context } from '../context.ts'
import { listenFailure } from '../failure.ts'
import { ownKeyFile, portRange, readNumber, readUrl } from '../options.ts'
import { linesOf } from './heard-lines.ts'

/** What the options of the command say, as they were written. */
export interface ListenFlags extends KeyOptions {
  readonly port?: string
  readonly host?: string
  readonly members?: boolean
}

const defaultPort = '4015'

/** Stands before the seller's server until it is stopped, and prints each call. */
export async function runListen(url: string, flags: ListenFlags, context: Context): Promise<void> {
  const { env, output, signal } = context
  const seller = readUrl(url, 'the url')
  const { port = defaultPort, host, members = false } = flags
  const keys = readAccessKeys({ ...ownKeyFile(env), ...flags }, env)
  const heard = (call: HeardCall) => {
    for (const line of linesOf(call, members, output)) output.line(line)
    output.json(members ? call : withoutMembers(call))
  }
  const options = { seller, port: readNumber(port, '--port', portRange), keys, heard }
  const listener = await startListener({ ...options, ...(host !== undefined && { host }) }).catch(
    (error: unknown) => {
      throw listenFailure(error, port) ?? error
    },
  )
  const said = { en: 'calls for', zh: '转发至' }
  output.note(`${listener.url}  ${output.say(said)} ${seller.origin}`)
  if (!signal.aborted) await once(signal, 'abort')
  await listener.close()
}

function withoutMembers({ call, answer, ...rest }: HeardCall): object {
  const { members: _asked, ...calledBy } = call ?? {}
  const { members: _answered, ...answeredWith } = answer ?? {}
  return { ...rest, ...(call && { call: calledBy }), ...(answer && { answer: answeredWith }) }
}
