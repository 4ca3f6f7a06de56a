import type { WrittenJudgement, WrittenReport } from './schema.ts'
import { answerLine, type Language, words } from './wording.ts'

/**
 * The report for CI systems: a suite for each generation, a case for each rule. A warning is told in
 * the output of a case that passes; what is known before, and what was not judged, is skipped.
 */
export function junitReport(report: WrittenReport, language: Language): string {
  const suites = report.generations.map((reached) => {
    const own = report.judgements.filter(({ generation }) => generation === reached.generation)
    const closed = reached.state === 'reached' ? [] : [closedCase(reached, language)]
    const cases = [...closed, ...own.map((one) => caseOf(one, language))]
    return suite(reached.generation, cases, report)
  })
  const all = suites.map(({ counts }) => counts)
  const head = `<testsuites name="koogate conform" ${attributes({ ...total(all), time: seconds(report.milliseconds) })}>`
  const body = suites.flatMap(({ lines }) => lines)
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...body, '</testsuites>', ''].join('\n')
}

interface Case {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped'
  readonly milliseconds: number
  readonly lines: readonly string[]
}

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
}

function suite(name: string, cases: readonly Case[], { startedAt }: WrittenReport) {
  const count = (kind: Case['kind']) => cases.filter((one) => one.kind === kind).length
  const counts: Counts = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  }
  const time = seconds(cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0))
  const timestamp = startedAt.slice(0, 19)
  const head = `  <testsuite ${attributes({ name, ...counts, time, timestamp })}>`
  return { counts, lines: [head, ...cases.flatMap(({ lines }) => lines), '  </testsuite>'] }
}

function caseOf(judgement: WrittenJudgement, language: Language): Case {
  const { standing, severity, known, reason, title, milliseconds } = judgement
  const detail = detailOf(judgement, language)
  const message = judgement.breaches[0]?.message[language] ?? title[language]
  const made = (kind: Case['kind'], lines: readonly string[]): Case => ({
    kind,
    milliseconds,
    lines: [caseHead(judgement), ...lines, '    </testcase>'],
  })
  if (standing === 'fault')
    return made('error', [element('error', { message: reason?.[language] ?? '' }, '')])
  if (standing === 'notJudged')
    return made('skipped', [element('skipped', { message: reason?.[language] ?? '' })])
  if (standing === 'kept') return made('passed', [])
  if (known)
    return made('skipped', [
      element('skipped', { message: `${words.known[language]}: ${message}` }),
      element('system-out', {}, detail),
    ])
  if (severity === 'warning')
    return made('passed', [
      element('system-out', {}, `${words.warning[language]}: ${message}\n${detail}`),
    ])
  return made('failure', [element('failure', { type: judgement.rule, message }, detail)])
}

function caseHead({ rule, generation, milliseconds }: WrittenJudgement): string {
  const [group = ''] = rule.split('/')
  const classname = `koogate.conform.${generation}.${group}`
  return `    <testcase ${attributes({ name: rule, classname, time: seconds(milliseconds) })}>`
}

function closedCase(reached: WrittenReport['generations'][number], language: Language): Case {
  const { generation, finding, mend } = reached
  const name = 'reach'
  const classname = `koogate.conform.${generation}`
  const message = finding?.[language] ?? words.stopped[language]
  const head = `    <testcase ${attributes({ name, classname, time: '0' })}>`
  const lines = [head, element('error', { message }, mend?.[language] ?? ''), '    </testcase>']
  return { kind: 'error', milliseconds: 0, lines }
}

function detailOf(judgement: WrittenJudgement, language: Language): string {
  const { title, consequence, mend, source, breaches } = judgement
  const lines = [
    title[language],
    `${words.consequence[language]}: ${consequence[language]}`,
    `${words.mend[language]}: ${mend[language]}`,
    `${words.source[language]}: ${source.title} ${source.url}`,
    `${words.replay[language]}: koogate conform --replay '${judgement.case}'`,
    ...breaches.flatMap(({ message, exchanges }) => [
      message[language],
      ...exchanges.flatMap(({ request, answer }) => [
        request.shell,
        `${answerLine(answer, language)} ${answer.body ?? ''}`,
      ]),
    ]),
  ]
  return lines.join('\n')
}

function total(all: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => all.reduce((so, counts) => so + counts[name], 0)
  const { tests, failures, errors, skipped } = {
    tests: sum('tests'),
    failures: sum('failures'),
    errors: sum('errors'),
    skipped: sum('skipped'),
  }
  return { tests, failures, errors, skipped }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

function element(name: string, given: Readonly<Record<string, string>>, text?: string): string {
  const head = [name, attributes(given)].filter((part) => part !== '').join(' ')
  return text === undefined ? `      <${head}/>` : `      <${head}>${escaped(text)}</${name}>`
}

function attributes(given: Readonly<Record<string, string | number>>): string {
  return Object.entries(given)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

// XML 1.0 has no way to write most control characters.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

function escaped(text: string): string {
  return text.replace(unwritable, '\ufffd').replace(/[&<>"\n]/g, (one) => entities[one] ?? one)
}
