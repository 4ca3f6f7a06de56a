import { contentOf, hex } from '../../explain/bytes.ts'
import type { Explanation } from '../../explain/explain.ts'
import { type Part, type Step, partBytes } from '../../explain/step.ts'

/** An explanation for programs. What is secret is there as its length. */
export function explanationJson(explanation: Explanation, key: string): object {
  const { scheme, steps, expected, received, verdict, notes } = explanation
  const search = 'search' in verdict ? verdict.search : undefined
  return {
    scheme: scheme.id,
    key,
    verdict: verdict.kind,
    ...('text' in verdict && { reading: verdict.text }),
    expected,
    ...(received !== undefined && { received }),
    ...(search && {
      findings: search.findings.map((one) => ({
        mistakes: one.mistakes,
        steps: one.steps.map(stepJson),
      })),
      tried: { mistakes: search.triedMistakes, pairs: search.triedPairs },
    }),
    steps: steps.map(stepJson),
    notes,
  }
}

function stepJson({ id, title, parts }: Step): object {
  return { id, title, parts: parts.map(partJson) }
}

function partJson(part: Part): object {
  const bytes = partBytes(part)
  const content = contentOf(bytes)
  const shown = typeof content === 'string' ? { text: content } : { hex: hex(bytes) }
  return { name: part.name, bytes: bytes.length, ...(part.isSecret ? { isSecret: true } : shown) }
}
