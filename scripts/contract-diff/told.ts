import type { Change } from './changes.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'
import type { Wording } from './wording.ts'

/** The two languages in which changes are told. */
export const wordings: readonly Wording[] = [en, zh]

/** What changed, in a sentence. */
export function whatOf(change: Change, wording: Wording): string {
  return filled(wording.kinds[change.kind].what, factsOf(change, wording))
}

/** What has to be done about a change that breaks somebody. */
export function mustOf(change: Change, wording: Wording): string | undefined {
  const { must } = wording.kinds[change.kind]
  return change.breaking && must !== undefined ? filled(must, factsOf(change, wording)) : undefined
}

const mostNamed = 3

/** The operations that meet a change, the first few by name. */
export function operationsOf({ operations }: Change, { frame: text }: Wording): string {
  const named = operations.slice(0, mostNamed).join(', ')
  const more = operations.length - mostNamed
  return more > 0 ? named + filled(text.more, { count: more }) : named
}

/** Where a change stands: document, operations and part. */
export function placeOf(change: Change, wording: Wording): string {
  const { document, part } = change
  const parts = [
    `${document}.yaml`,
    operationsOf(change, wording),
    part === 'operation' ? '' : wording.frame[part],
  ]
  return parts.filter(Boolean).join(' · ')
}

function factsOf(change: Change, { actors, frame: text }: Wording): Record<string, string> {
  const { document, part, isWebhook, member, was, now } = change
  const { caller, answerer } = actors[isWebhook ? 'webhooks' : document]
  const [sender, reader] = part === 'answer' ? [answerer, caller] : [caller, answerer]
  return {
    member: member === '' ? text.wholes[part] : `\`${member}\``,
    was: was === '' ? text.none : was,
    now: now === '' ? text.none : now,
    caller,
    answerer,
    sender,
    reader,
  }
}

/** A template with its facts; a sentence of English begins with a capital, whoever its subject is. */
export function filled(template: string, facts: Readonly<Record<string, string | number>>): string {
  const text = template.replace(/\{(\w+)\}/g, (_all, name: string) => String(facts[name] ?? ''))
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase())
}
