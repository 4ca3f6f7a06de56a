// Plays the store against a real service, over HTTP and with signatures, and prints what happens: all
// scenarios, or those that the arguments name. Exit code 0 only if every answer and every state is right.
import { parseArgs } from 'node:util'
import { languageOf } from '../src/cli/language.ts'
import { sayIn } from './demo/words.ts'

const { values, positionals } = parseArgs({
  options: { lang: { type: 'string' } },
  allowPositionals: true,
})
const say = sayIn(languageOf(process.env, values.lang))
// Whoever looks on is told at once; what plays takes seconds to load and to start.
console.log(say('Koogate: a simulated store buys from a service of its own; a moment, it starts.'))

const { playDemo } = await import('./demo/play-demo.ts')
const columns = process.stdout.isTTY ? process.stdout.columns : Number(process.env['COLUMNS'])
process.exitCode = await playDemo(positionals, { say, width: columns || undefined })
