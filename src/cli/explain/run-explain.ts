import { type Explanation, explain } from '../../explain/explain.ts'
import type { Context } from '../context.ts'
import type { Ending } from '../exit-codes.ts'
import { wrongUse } from '../failure.ts'
import { readInput } from '../read-input.ts'
import { explanationLines } from './explanation-lines.ts'
import { namedKeys } from './named-keys.ts'
import { type ExplainFlags, readRequest, readScheme, usable } from './read-flags.ts'

/** Explains the signature of a request or an answer: how it is made, and which mistake made it. */
export async function runExplain(
  file: string | undefined,
  flags: ExplainFlags,
  { env, stdin, output, end }: Context,
): Promise<void> {
  const message = readRequest(await readInput(file, stdin))
  const scheme = readScheme(flags, message) ?? unknownScheme()
  const { signature: received } = flags
  const keys = namedKeys(scheme, flags, env)
  const question = { message, keys, scheme, ...(received !== undefined && { received }) }
  const explanation = usable<Explanation>(explain(question))
  for (const line of explanationLines(explanation, output)) output.line(line)
  output.json(asJson(explanation))
  end(endings[explanation.verdict.kind])
}

const endings: Readonly<Record<Explanation['verdict']['kind'], Ending>> = {
  right: 'kept',
  mistaken: 'broken',
  unexplained: 'broken',
  unsigned: 'notJudged',
}

function unknownScheme(): never {
  throw wrongUse(
    'The request shows no signature: --scheme says how it is signed.',
    '请求中没有签名：请用 --scheme 指定签名方式。',
  )
}

// The steps hold the key; the value and what was found do not.
function asJson({ scheme, expected, received, verdict, notes }: Explanation): object {
  const findings = 'search' in verdict ? verdict.search.findings : []
  return {
    scheme: scheme.id,
    expected,
    received: received ?? null,
    verdict: verdict.kind,
    findings: findings.map(({ mistakes }) => mistakes),
    notes,
  }
}
