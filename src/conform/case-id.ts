import { type Generation, generations } from './generations.ts'
import { wrongUse } from './wrong-use.ts'

/** What repeats a judgement: the same rule with the same random choices. Its ids are new ones. */
export interface Case {
  readonly rule: string
  readonly generation: Generation
  readonly seed: number
}

/** `signing/wrong-key@saasV2#5f3a9c1e`. */
export function caseId({ rule, generation, seed }: Case): string {
  return `${rule}@${generation}#${seedText(seed)}`
}

/** Reads a case id. Throws WrongUse. */
export function readCase(text: string): Case {
  const [, rule, name, seed] = /^([^@#]+)@([^@#]+)#([0-9a-f]{1,8})$/.exec(text) ?? []
  const generation = generations.find((one) => one === name)
  if (rule === undefined || generation === undefined || seed === undefined)
    throw wrongUse(
      `--replay: "${text}" is not a case, which looks like signing/wrong-key@saasV2#5f3a9c1e`,
      `--replay：“${text}”不是用例编号，其形式如 signing/wrong-key@saasV2#5f3a9c1e`,
    )
  return { rule, generation, seed: Number.parseInt(seed, 16) }
}

/** A seed as it is written: eight hex digits. */
export function seedText(seed: number): string {
  return (seed >>> 0).toString(16).padStart(8, '0')
}

/** Reads a seed that somebody typed. Throws WrongUse. */
export function readSeed(text: string): number {
  if (/^[0-9a-f]{1,8}$/i.test(text)) return Number.parseInt(text, 16)
  throw wrongUse(
    `--seed: "${text}" is not a number of at most 8 hex digits`,
    `--seed：“${text}”不是最多 8 位的十六进制数`,
  )
}
