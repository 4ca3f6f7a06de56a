import { resolve } from 'node:path'
import { answers, freePort, startProgram } from '../../scripts/shared/child-process.ts'
import { judge } from '../../src/conform/judge.ts'
import type { Report } from '../../src/conform/report.ts'
import { rules } from '../../src/conform/rules/index.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import type { Generation } from '../../src/simulator/calls/calls.ts'
import { works } from '../clients/languages.ts'
import { drawn, isLong, scale, seed } from '../harness/scale.ts'

/** A small seller of SaaS V2 and orders in another language, and the one mistake that it can make. */
interface ForeignSeller {
  readonly isHere: () => boolean
  readonly command: readonly string[]
  readonly mistake: string
  /** The rules that the mistake breaks. */
  readonly breaks: readonly string[]
}

const judged: readonly Generation[] = ['saasV2', 'orders']
const folder = resolve('test/broken-sellers/foreign')

export const foreignSellers: Readonly<Record<string, ForeignSeller>> = {
  java: {
    isHere: () => works('javac', '-version'),
    command: ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', `${folder}/Seller.java`],
    mistake: 'businessId',
    breaks: ['repeats/new-instance-id'],
  },
  python: {
    isHere: () => works('python3', '--version'),
    command: ['python3', `${folder}/seller.py`],
    mistake: 'case',
    breaks: ['signing/hex-case'],
  },
}

/** Whether the language is on this machine; says so where it is not. */
export function isHere(language: string, seller: ForeignSeller): boolean {
  if (seller.isHere()) return true
  process.stderr.write(`skipped the seller in ${language}: it is not on this machine\n`)
  return false
}

/** Starts a seller, and judges it as the command does; by npm test only by some of the rules. */
export async function judgeForeign(
  { command, breaks }: ForeignSeller,
  mistake = '',
): Promise<Report> {
  const { basic, order } = makeAccessKeys()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const own = { PORT: String(port), ACCESS_KEY: basic, ORDER_KEY: order, MISTAKE: mistake }
  const program = startProgram(command, { env: { ...process.env, ...own } })
  try {
    await program.until(() => answers(origin), 20_000)
    return await judge({
      target: { url: new URL(`${origin}/saas`), urls: { orders: new URL(`${origin}/orders`) } },
      generations: judged,
      keys: { basic, order },
      rules: judgedRules(breaks),
      // Real calls too, which takes a moment longer.
      full: isLong,
      seed,
    })
  } finally {
    await program.kill()
  }
}

function judgedRules(breaks: readonly string[]) {
  const own = rules.filter(({ id }) => breaks.includes(id))
  const others = rules.filter(
    ({ id, generations }) =>
      !breaks.includes(id) && generations.some((one) => judged.includes(one)),
  )
  return [...own, ...drawn(others, scale.foreignRules)]
}

/** What is broken of the rules, and what the tool itself could not do. */
export function brokenIn({ judgements }: Report): readonly string[] {
  const wrong = judgements.filter(({ standing }) => standing === 'broken' || standing === 'fault')
  return [...new Set(wrong.map(({ rule }) => rule.id))].sort()
}
