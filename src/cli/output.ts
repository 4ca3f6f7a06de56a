import { styleText } from 'node:util'
import { visible } from '../conform/report/visible.ts'
import type { Host, OutStream } from './host.ts'
import { type Language, type Text, languageOf } from './language.ts'

type Format = Parameters<typeof styleText>[0]

/** Where a command writes: verdicts on standard output, whatever tells how far it is on the other. */
export interface Output {
  readonly language: Language
  /** True where a program reads: one JSON value for each result, and nothing else, on standard output. */
  readonly isJson: boolean
  /** True where somebody looks on whose terminal can show progress. */
  readonly isWatched: boolean
  /** Characters in a line of standard output, where it is a terminal. */
  readonly width: number | undefined
  readonly say: (text: Text) => string
  /** A line for people; none with `--json`. */
  readonly line: (text?: string) => void
  /** A line of JSON for programs; none without `--json`. */
  readonly json: (value: unknown) => void
  /** A line on standard error: what went wrong, or what one waits for. */
  readonly note: (text: string) => void
  /** Colours a text where standard output shows colours. */
  readonly style: (format: Format, text: string) => string
}

/** The output of a process, by its arguments, its environment and its terminals. */
export function createOutput({ argv, env, stdout, stderr }: Host): Output {
  const language = languageOf(env)
  const isJson = argv.includes('--json')
  const isColoured = !isJson && showsColours(stdout, env)
  const write = (stream: OutStream, text: string) => void stream.write(`${shown(text)}\n`)
  ignoreClosedPipe(stdout)
  return {
    language,
    isJson,
    isWatched: stderr.isTTY === true && !isSet(env['CI']) && !isJson && env['TERM'] !== 'dumb',
    width: stdout.isTTY ? stdout.columns : undefined,
    say: (text) => text[language],
    line: (text = '') => (isJson ? undefined : write(stdout, text)),
    json: (value) => (isJson ? void stdout.write(`${JSON.stringify(value)}\n`) : undefined),
    note: (text) => write(stderr, text),
    style: (format, text) =>
      isColoured ? styleText(format, text, { validateStream: false }) : text,
  }
}

// Bold and the plain colours are our own; of what comes from elsewhere nothing moves the cursor or hides a line.
function shown(text: string): string {
  return text
    .split(/(\u001b\[(?:[0-4]|2[2-4]|3\d|9[0-7])m)/)
    .map((part, at) => (at % 2 === 0 ? visible(part) : part))
    .join('')
}

// https://no-color.org: set and not empty.
function showsColours({ isTTY }: OutStream, env: Host['env']): boolean {
  return isTTY === true && !isSet(env['NO_COLOR']) && env['TERM'] !== 'dumb'
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false'
}

// Whoever reads no further, as `head` does, has seen enough.
function ignoreClosedPipe(stdout: OutStream): void {
  stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
}
