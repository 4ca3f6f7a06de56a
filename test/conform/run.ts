import { conform, type ConformOptions } from '../../src/conform/conform.ts'
import { writeReport } from '../../src/conform/report/write-report.ts'
import type { WrittenReport } from '../../src/conform/report/schema.ts'
import type { Report } from '../../src/conform/report.ts'
import { breach, type Rule } from '../../src/conform/rule.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { generations } from '../../src/conform/generations.ts'
import type { Twin } from '../broken-sellers/right-seller/parts.ts'
import { startSeller, targetOf } from '../broken-sellers/right-seller/start.ts'

export const keys = makeAccessKeys()
/** For what is waited for; under load an answer takes its time. */
export const limits = { callMs: 2_000, debugMs: 5_000 }

/** Judges a small seller that is right, or has the mistake of a twin. */
export async function judgeSmall(
  options: Partial<ConformOptions> = {},
  twin?: Twin,
): Promise<Report> {
  const seller = await startSeller({ keys, ...(twin && { twin }) })
  try {
    const target = targetOf(seller)
    return await conform({ target, keys, limits, generations: ['saasV2'], ...options })
  } finally {
    await seller.close()
  }
}

/** A report as it is written down. */
export function written(report: Report): WrittenReport {
  return writeReport(report, { version: '0.0.0', keys })
}

/** A rule for tests: kept, unless `judge` says otherwise. */
export function ruleOf(id: Rule['id'], parts: Partial<Rule> = {}): Rule {
  return {
    id,
    generations,
    severity: 'error',
    source: { title: '接口调试', url: 'https://support.huaweicloud.com/x.html' },
    title: { en: `Keeps ${id}.`, zh: `符合 ${id}。` },
    consequence: { en: 'The store <refunds> the order.', zh: '云商店会<退订>订单。' },
    mend: { en: 'Mend it.', zh: '请修复。' },
    judge: () => Promise.resolve([]),
    ...parts,
  }
}

/** Judges by one valid call that the seller is always wrong. */
export const alwaysBroken: Pick<Rule, 'judge'> = {
  async judge(seller) {
    const made = await seller.call(seller.plain, seller.valid(seller.plain))
    return [breach({ en: 'It answered.', zh: '它有应答。' }, made)]
  },
}

/** How the rules stand, by name. */
export function standings({ judgements }: Report): Record<string, string> {
  return Object.fromEntries(judgements.map(({ rule, standing }) => [rule.id, standing]))
}
