// The command line of koogate. bin/ hands the process over and sets the exit code.
import { CommanderError } from 'commander'
import { type Ending, exitCodes } from './exit-codes.ts'
import { failureOf } from './failure.ts'
import type { Host } from './host.ts'
import { type Output, createOutput } from './output.ts'
import { createProgram } from './program.ts'
import { usageError } from './usage-error.ts'

/** Runs the command that the arguments name; returns the exit code. Never rejects. */
export async function main(host: Host, version: string): Promise<number> {
  const output = createOutput(host)
  const stopping = new AbortController()
  const stop = (signal: NodeJS.Signals) => stopping.abort(signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) host.once(signal, stop)
  let ending: Ending = 'kept'
  const end = (one: Ending) => void (ending = one)
  const { env, stdin, stderr } = host
  const context = { version, env, stdin, stderr, output, signal: stopping.signal, end }
  try {
    const program = createProgram(context, host)
    await program.parseAsync(host.argv)
    return exitCodes[stopping.signal.reason === 'SIGINT' ? 'stopped' : ending]
  } catch (error) {
    if (isAbort(error, stopping.signal)) return exitCodes.stopped
    if (error instanceof CommanderError) return explainUsage(error, host, output)
    const failure = failureOf(error)
    if (failure) return fail(failure.ending, output.say(failure.text), output)
    return unforeseen(host, version, error)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) host.off(signal, stop)
  }
}

// What was broken off says so, whatever it was.
function isAbort(error: unknown, { aborted, reason }: AbortSignal): boolean {
  const isNamed = error instanceof Error && error.name === 'AbortError'
  return aborted && (isNamed || error === reason)
}

/** Tells of an error that nobody thought of, and how to report it; returns the exit code. */
export function unforeseen(host: Host, version: string, error: unknown): number {
  const output = createOutput(host)
  const what = error instanceof Error ? error.message : String(error)
  const told = output.say({
    en: `koogate ${version} has a fault: ${what}. Please report it where you have koogate from, with this line and your command; KOOGATE_DEBUG=1 shows where it happened.`,
    zh: `koogate ${version} 出错：${what}。请向提供 koogate 的一方报告，附上本行和所执行的命令；设置 KOOGATE_DEBUG=1 可显示出错位置。`,
  })
  const code = fail('ourFault', told, output)
  if (host.env['KOOGATE_DEBUG'] && error instanceof Error) output.note(error.stack ?? '')
  return code
}

function explainUsage(error: CommanderError, { argv }: Host, output: Output): number {
  // Help or the version, which were asked for and are printed.
  if (error.exitCode === 0) return exitCodes.kept
  // Help that nobody asked for: a command is missing.
  if (error.code === 'commander.help') return exitCodes.wrongUse
  return fail('wrongUse', usageError(error, output.language, argv.slice(2)), output)
}

function fail(ending: Ending, message: string, output: Output): number {
  output.json({ error: { kind: ending, message } })
  output.note(message)
  return exitCodes[ending]
}
