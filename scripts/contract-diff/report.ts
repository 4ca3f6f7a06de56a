import type { Change } from './changes.ts'
import { type Contract, type DocumentName, type Edition, documentNames } from './contract.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'
import type { Wording } from './wording.ts'

const languages: readonly Wording[] = [en, zh]

// Those who call it were told that nothing is ever taken away: no number allows it.
function isAdditive(contract: Contract | undefined): boolean {
  return contract?.info['x-additive'] === true
}

/** Whether a breaking change of a document may be published: the edition that promises it is the last. */
function mayBreak(before: Contract | undefined, after: Contract | undefined): boolean {
  if (isAdditive(before)) return false
  return isAdditive(after) || isNewMajor(before?.info.version, after?.info.version)
}

/** What is told of two versions, and whether it may be published as it is. */
export interface Report {
  readonly text: string
  /** False if a document breaks somebody without a new major version, or one that is only added to does. */
  readonly isAllowed: boolean
}

/** Tells the changes in each language, breaking ones first; `from` names the earlier version. */
export function reportOf(
  changes: readonly Change[],
  from: string,
  before: Edition,
  after: Edition,
): Report {
  const refused = documentNames.filter(
    (name) =>
      changes.some(({ document, breaking }) => breaking && document === name) &&
      !mayBreak(before[name], after[name]),
  )
  const forbidden = refused.filter((name) => isAdditive(before[name]))
  const unnumbered = refused.filter((name) => !isAdditive(before[name]))
  const facts = { changes, from, versions: versionsOf(before, after), forbidden, unnumbered }
  const text = languages.map((wording) => told(wording, facts)).join('\n\n')
  return { text, isAllowed: refused.length === 0 }
}

function isNewMajor(before: string | undefined, after: string | undefined): boolean {
  const [was, now] = [before, after].map((version) => Number(version?.split('.')[0] ?? NaN))
  return was !== undefined && now !== undefined && now > was
}

function versionsOf(before: Edition, after: Edition): string {
  return documentNames
    .filter((name) => before[name] ?? after[name])
    .map((name) => {
      const [was = '-', now = '-'] = [before[name]?.info.version, after[name]?.info.version]
      return `${name}.yaml ${was} → ${now}`
    })
    .join(', ')
}

interface Facts {
  readonly changes: readonly Change[]
  readonly from: string
  readonly versions: string
  /** Documents that break somebody although they are only added to, or although they have no new number. */
  readonly forbidden: readonly DocumentName[]
  readonly unnumbered: readonly DocumentName[]
}

function told(wording: Wording, facts: Facts): string {
  const { changes, from, versions, forbidden, unnumbered } = facts
  const { frame: text } = wording
  if (changes.length === 0) return filled(text.same, { from })
  const groups = [
    [text.breaking, changes.filter(({ breaking }) => breaking)],
    [text.other, changes.filter(({ breaking }) => !breaking)],
  ] as const
  const listed = (names: readonly DocumentName[]) => names.map((name) => `${name}.yaml`).join(', ')
  return [
    `# ${filled(text.title, { from })}`,
    filled(text.versions, { list: versions }),
    ...groups
      .filter(([, group]) => group.length > 0)
      .map(([title, group]) => groupOf(filled(title, { count: group.length }), group, wording)),
    ...(unnumbered.length > 0 ? [filled(text.refused, { list: listed(unnumbered) })] : []),
    ...(forbidden.length > 0 ? [filled(text.forbidden, { list: listed(forbidden) })] : []),
  ].join('\n\n')
}

function groupOf(title: string, changes: readonly Change[], wording: Wording): string {
  const items = changes.map((change, index) => itemOf(index + 1, change, wording))
  return [`## ${title}`, ...items].join('\n\n')
}

function itemOf(number: number, change: Change, wording: Wording): string {
  const { what, must } = wording.kinds[change.kind]
  const facts = factsOf(change, wording)
  const lines = [`${number}. ${placeOf(change, wording)}`, `   ${filled(what, facts)}`]
  if (change.breaking && must !== undefined) {
    lines.push(`   ${wording.frame.must}${filled(must, facts)}`)
  }
  return lines.join('\n')
}

const mostNamed = 3

function placeOf({ document, operations, part }: Change, { frame: text }: Wording): string {
  const named = operations.slice(0, mostNamed).join(', ')
  const more = operations.length - mostNamed
  const where = more > 0 ? named + filled(text.more, { count: more }) : named
  const parts = [`${document}.yaml`, where, part === 'operation' ? '' : text[part]]
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

// A sentence of English begins with a capital, whoever its subject is.
function filled(template: string, facts: Readonly<Record<string, string | number>>): string {
  const text = template.replace(/\{(\w+)\}/g, (_all, name: string) => String(facts[name] ?? ''))
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase())
}
