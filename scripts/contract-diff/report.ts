import type { Change } from './changes.ts'
import { type DocumentName, type Edition, documentNames } from './contract.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'
import type { Wording } from './wording.ts'

const languages: readonly Wording[] = [en, zh]

// Those who call it were told that nothing is ever taken away: no number allows it.
const additiveOnly: ReadonlySet<DocumentName> = new Set(['management'])

/** What is told of two versions, and whether it may be published as it is. */
export interface Report {
  readonly text: string
  /** False if a document breaks somebody without a new major version, or the management contract does. */
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
      !(
        !additiveOnly.has(name) && isNewMajor(before[name]?.info.version, after[name]?.info.version)
      ),
  )
  const facts = { changes, from, versions: versionsOf(before, after), refused }
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
  readonly refused: readonly DocumentName[]
}

function told(wording: Wording, { changes, from, versions, refused }: Facts): string {
  const { frame: text } = wording
  if (changes.length === 0) return filled(text.same, { from })
  const groups = [
    [text.breaking, changes.filter(({ breaking }) => breaking)],
    [text.other, changes.filter(({ breaking }) => !breaking)],
  ] as const
  const listed = (names: readonly DocumentName[]) => names.map((name) => `${name}.yaml`).join(', ')
  const forbidden = refused.filter((name) => additiveOnly.has(name))
  const unnumbered = refused.filter((name) => !additiveOnly.has(name))
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
