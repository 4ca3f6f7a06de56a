import { maskContacts } from '../../mask/mask-text.ts'
import { coverageOf } from '../coverage.ts'
import { seedText } from '../case-id.ts'
import type { Exchange } from '../exchange.ts'
import type { Judgement, Reached } from '../judgement.ts'
import { countsOf, endingOf, type Report } from '../report.ts'
import type { SellerKeys } from '../seller-keys.ts'
import type { Text } from '../../simulator/text.ts'
import { createRedact, type Redact } from './redact.ts'
import type { WrittenExchange, WrittenJudgement, WrittenReached, WrittenReport } from './schema.ts'
import { writeExchange } from './write-exchange.ts'

/** Writes a report down, once for all its forms; no key is in it. */
export function writeReport(
  report: Report,
  {
    version,
    keys,
    formerKeys = {},
  }: {
    readonly version: string
    readonly keys: SellerKeys
    readonly formerKeys?: SellerKeys
  },
): WrittenReport {
  const redact = createRedact(keys, formerKeys)
  const { startedAt, milliseconds, seed, full, partial, target, fixed } = report
  return {
    koogate: version,
    startedAt: startedAt.toISOString(),
    milliseconds,
    seed: seedText(seed),
    full,
    partial,
    ending: endingOf(report),
    target: redact(target.url.href),
    generations: report.reached.map((one) => reachedOf(one, redact)),
    counts: countsOf(report),
    coverage: coverageFor(report, redact),
    fixed: mutable(fixed),
    judgements: report.judgements.map((one) => judgementOf(one, redact)),
  }
}

function coverageFor(report: Report, redact: Redact): WrittenReport['coverage'] {
  const { rest, ...counts } = mutable(coverageOf(report))
  return { ...counts, rest: rest.map((one) => ({ ...one, why: textOf(one.why, redact) })) }
}

function reachedOf(one: Reached, redact: Redact): WrittenReached {
  const { url, exchanges, finding, mend, ...reached } = one
  // Of one that is reached there is nothing to show.
  const shown = reached.state === 'reached' ? [] : exchanges
  return {
    ...reached,
    url: redact(url.href),
    ...(finding && { finding: textOf(finding, redact) }),
    ...(mend && { mend: textOf(mend, redact) }),
    exchanges: written(shown, redact),
  }
}

function judgementOf(judgement: Judgement, redact: Redact): WrittenJudgement {
  const { rule, breaches, reason, lacks = [], known = false, caseId, ...others } = judgement
  const { id, severity, title, consequence, mend, source } = rule
  return {
    ...{ rule: id, severity, title, consequence, mend, source },
    ...others,
    ...(reason && { reason: textOf(reason, redact) }),
    known,
    lacks: [...lacks],
    case: caseId,
    breaches: breaches.map(({ message, exchanges }) => ({
      message: textOf(message, redact),
      exchanges: written(exchanges, redact),
    })),
  }
}

// A text may tell what the seller answered.
function textOf({ en, zh }: Text, redact: Redact): Text {
  return { en: maskContacts(redact(en)), zh: maskContacts(redact(zh)) }
}

function written(exchanges: readonly Exchange[], redact: Redact): WrittenExchange[] {
  return exchanges.map((one) => writeExchange(one, redact))
}

// What is written is plain JSON.
function mutable<Value>(value: Value): Mutable<Value> {
  return structuredClone(value) as Mutable<Value>
}

type Mutable<Value> = Value extends object
  ? { -readonly [Name in keyof Value]: Mutable<Value[Name]> }
  : Value
