import type { styleText } from 'node:util'
import { groupOf } from '../select.ts'
import type { WrittenJudgement, WrittenReport } from './schema.ts'
import { type RuleSection, sectionsOf } from './sections.ts'
import { answerLine, generationNames, type Language, verdictOf, words } from './wording.ts'

/** How a report is printed. */
export interface TerminalOptions {
  readonly language: Language
  /** Colours a text, where there are colours. */
  readonly style?: (format: Parameters<typeof styleText>[0], text: string) => string
}

/** The report for whoever ran it. */
export function terminalReport(
  report: WrittenReport,
  { language, style = (_format, text) => text }: TerminalOptions,
): string {
  const sections = sectionsOf(report)
  const say = (name: keyof typeof words) => words[name][language]
  const part = (title: string, some: readonly RuleSection[], mark: string) =>
    some.length === 0
      ? []
      : [style('bold', title), ...some.flatMap((one) => ruleLines(one, mark, language)), '']
  return [
    ...reachedLines(report, language),
    '',
    ...part(say('broken'), sections.broken, style('red', '✗')),
    ...part(say('faults'), sections.faults, style('red', '‼')),
    ...part(say('warnings'), sections.warnings, style('yellow', '!')),
    ...knownLines(report, sections.known, language),
    ...keptLines(sections.kept, language, style('green', '✓')),
    ...coverageLines(report, language),
    '',
    style(report.ending === 'kept' ? 'green' : 'red', verdictOf(report)[language]),
    endLine(report, language),
    '',
  ].join('\n')
}

function reachedLines({ generations, target }: WrittenReport, language: Language): string[] {
  const rows = generations.flatMap(({ generation, url, key, state, finding, mend }) => [
    `  ${generation.padEnd(9)} ${url}  ${key}  ${words[state][language]}`,
    ...(finding === undefined ? [] : [`    ${finding[language]}`]),
    ...(mend === undefined ? [] : [`    ${words.mend[language]}: ${mend[language]}`]),
  ])
  return [`${words.address[language]}: ${target}`, ...rows]
}

function ruleLines({ rule, first, judgements }: RuleSection, mark: string, language: Language) {
  const { title, consequence, mend, source } = first
  const told = (name: 'consequence' | 'mend' | 'source', text: string) =>
    `    ${words[name][language]}: ${text}`
  const note = source.note === undefined ? '' : ` (${source.note[language]})`
  return [
    `${mark} ${rule}  ${title[language]}`,
    ...judgements.flatMap((one) => seenLines(one, language)),
    told('consequence', consequence[language]),
    told('mend', mend[language]),
    told('source', `${source.title} ${source.url}${note}`),
  ]
}

function seenLines(judgement: WrittenJudgement, language: Language): string[] {
  const { generation, reason, breaches } = judgement
  const name = generationNames[generation][language]
  if (reason !== undefined) return [`    ${name}: ${reason[language]}`]
  return breaches.flatMap(({ message, exchanges }) => {
    const last = exchanges.at(-1)
    return [
      `    ${name}: ${message[language]}`,
      ...(last === undefined
        ? []
        : [`      ${last.request.shell}`, `      → ${answerLine(last.answer, language)}`]),
      `      ${words.replay[language]}: --replay '${judgement.case}'`,
    ]
  })
}

function knownLines(
  { fixed }: WrittenReport,
  known: readonly RuleSection[],
  language: Language,
): string[] {
  const named = known.flatMap(({ judgements }) => judgements.map(placeOf))
  const line = (name: 'known' | 'fixed', places: readonly string[]) =>
    places.length === 0 ? [] : [`${words[name][language]}: ${places.join(', ')}`]
  return [...line('known', named), ...line('fixed', fixed.map(placeOf))]
}

function placeOf({ rule, generation }: { readonly rule: string; readonly generation: string }) {
  return `${rule}@${generation}`
}

function keptLines(kept: readonly RuleSection[], language: Language, mark: string): string[] {
  const byGroup = Map.groupBy(kept, ({ rule }) => groupOf(rule))
  return [...byGroup].map(
    ([group, some]) => `${mark} ${group.padEnd(12)} ${some.length} ${words.kept[language]}`,
  )
}

function coverageLines({ coverage }: WrittenReport, language: Language): string[] {
  const { total, judged, rest } = coverage
  return [
    `${words.coverage[language]}: ${judged} / ${total}`,
    ...rest.map(({ why, rules }) => `  ${rules.length}: ${why[language]} (${someOf(rules)})`),
  ]
}

const namedAtMost = 12

// The whole list stands in the other forms of the report.
function someOf(rules: readonly string[]): string {
  const named = rules.slice(0, namedAtMost).join(', ')
  return rules.length > namedAtMost ? `${named}, …` : named
}

function endLine({ counts, milliseconds, seed, full }: WrittenReport, language: Language): string {
  const { kept, broken, warnings, known, notJudged, calls } = counts
  const say = (name: keyof typeof words) => words[name][language]
  return [
    `${say('kept')} ${kept}`,
    `${say('broken')} ${broken}`,
    `${say('warnings')} ${warnings}`,
    ...(known > 0 ? [`${say('known')} ${known}`] : []),
    `${say('notJudged')} ${notJudged}`,
    `${calls} ${say('calls')} (${say(full ? 'realCalls' : 'testCalls')})`,
    `${(milliseconds / 1000).toFixed(1)} ${say('seconds')}`,
    `${say('seed')} ${seed}`,
  ].join(', ')
}
