import { hidden, maskAccount, maskContacts, maskEmail, maskPerson, maskPhone } from './mask-text.ts'

type Members = Readonly<Record<string, unknown>>

/** How members of some names are masked; sellers name extension parameters in Chinese too. */
interface Rule {
  readonly names: RegExp
  /** Of a text or a number; without it whatever has the name is hidden. */
  readonly mask?: (text: string) => string
}

// The upload of a license calls its text `characters`.
const secrets: Rule = {
  names:
    /passw|pwd|secret|token|licen[cs]e|fingerprint|credential|(private|access)_?key|identi(ty|fication)|id_?(card|num)|^characters$|密码|密钥|身份证|证件/i,
}
const contacts: readonly Rule[] = [
  { names: /mobile|phone|手机|电话/i, mask: maskPhone },
  { names: /e-?mail$|邮箱/i, mask: maskEmail },
]
const people: readonly Rule[] = [
  { names: /(real|full|contact|person)_?name$|^name$|姓名|联系人/i, mask: maskPerson },
  {
    names: /(user|customer|account|nick|login)_?name$|employee_?(code|no|num|number|id)$|工号/i,
    mask: maskAccount,
  },
]

const ofCalls = [secrets, ...contacts, ...people]
// An answer tells the seller's own account (userName) and no person.
const ofAnswers = [secrets, ...contacts]

// Deeper than any call of the store; what lies below is hidden, and a body cannot exhaust the stack.
const maxDepth = 32

// No rule knows it.
const noName = ''

/** A call's JSON value for reading: private members are masked, also inside JSON texts. */
export function maskCall(value: unknown): unknown {
  return maskValue(value, noName, { rules: ofCalls, depth: 0 })
}

/** The value of one named parameter for reading. */
export function maskNamed(name: string, value: string): string {
  return String(maskValue(value, name, { rules: ofCalls, depth: 0 }))
}

/** The members of an answer for reading. */
export function maskAnswer(answer: Members): Members {
  return maskMembers(answer, { rules: ofAnswers, depth: 0 })
}

/** A call's text for reading: as JSON where it is that, else as plain text. */
export function maskCallText(text: string): unknown {
  const value = parsed(text)
  return value === undefined ? maskPlainText(text) : maskCall(value)
}

// A name, with or without quotes, and its value; bounded, so that no text takes long.
const pair =
  /(?<![\w\u4e00-\u9fff])([\w\u4e00-\u9fff]{1,64}["']?\s{0,8}[:=]\s{0,8})("[^"\\]*(?:\\[^][^"\\]*)*"?|'[^'\\]*(?:\\[^][^'\\]*)*'?|[^\s"',;&}\]]{1,512})/g

/** A call's text that is not JSON, for reading: values that stand behind a private name are hidden. */
export function maskPlainText(text: string): string {
  const masked = text.replace(pair, (whole, name: string) => {
    const bare = name.replace(/["'\s:=]/g, '')
    return ofCalls.some(({ names }) => names.test(bare)) ? `${name}${hidden}` : whole
  })
  return maskContacts(masked)
}

interface MaskContext {
  readonly rules: readonly Rule[]
  readonly depth: number
}

function maskValue(value: unknown, name: string, { rules, depth }: MaskContext): unknown {
  if (value === undefined || value === null || value === '') return value
  if (typeof value === 'boolean') return value
  const rule = rules.find(({ names }) => names.test(name))
  if (rule === secrets || depth > maxDepth) return hidden
  const inside = { rules, depth: depth + 1 }
  if (Array.isArray(value)) return value.map((item) => maskValue(item, name, inside))
  if (typeof value === 'object') return maskMembers({ ...value }, inside)
  // Of JSON, texts and numbers are left.
  const plain = value as string | number
  if (rule?.mask !== undefined) return rule.mask(String(plain))
  return typeof plain === 'string' ? maskText(plain, inside) : plain
}

// A list of {name, value} says in `name` what `value` is.
function maskMembers(members: Members, context: MaskContext): Members {
  const { name: named, value } = members
  if (typeof named === 'string' && value !== undefined) {
    return {
      ...maskEach({ ...members, name: null }, context),
      name: named,
      value: maskValue(value, named, context),
    }
  }
  return maskEach(members, context)
}

function maskEach(members: Members, context: MaskContext): Members {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, maskValue(value, name, context)]),
  )
}

function maskText(text: string, context: MaskContext): string {
  const inner = /^\s*[[{]/.test(text) ? parsed(text) : undefined
  return inner === undefined
    ? maskContacts(text)
    : JSON.stringify(maskValue(inner, noName, context))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
