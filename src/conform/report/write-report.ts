import { coverageOf } from '../coverage.ts'
import { seedText } from '../case-id.ts'
import type { Exchange } from '../exchange.ts'
import type { Judgement, Reached } from '../judgement.ts'
import { countsOf, endingOf, type Report } from '../report.ts'
import type { SellerKeys } from '../seller-keys.ts'
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
    coverage: mutable(coverageOf(report)),
    fixed: mutable(fixed),
    judgements: report.judgements.map((one) => judgementOf(one, redact)),
  }
}

function reachedOf({ url, exchanges, ...reached }: Reached, redact: Redact): WrittenReached {
  // Of one that is reached there is nothing to show.
  const shown = reached.state === 'reached' ? [] : exchanges
  return { ...reached, url: redact(url.href), exchanges: written(shown, redact) }
}

function judgementOf(judgement: Judgement, redact: Redact): WrittenJudgement {
  const { rule, breaches, lacks = [], known = false, caseId, ...others } = judgement
  const { id, severity, title, consequence, mend, source } = rule
  return {
    ...{ rule: id, severity, title, consequence, mend, source },
    ...others,
    known,
    lacks: [...lacks],
    case: caseId,
    breaches: breaches.map(({ message, exchanges }) => ({
      message: { en: redact(message.en), zh: redact(message.zh) },
      exchanges: written(exchanges, redact),
    })),
  }
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
