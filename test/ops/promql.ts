import { parser } from '@prometheus-io/lezer-promql'

/** A metric that an expression asks for, with the labels that it has to have. */
export interface Asked {
  readonly metric: string
  readonly labels: readonly string[]
}

/** What an expression of PromQL asks for. Throws for one that Prometheus would not read. */
export function metricsIn(expr: string): Asked[] {
  // Of Grafana, which puts a duration there.
  const text = expr.replaceAll('$__rate_interval', '5m')
  const found: { metric: string; labels: string[] }[] = []
  let grouped: string[] = []
  const tree = parser.parse(text)
  tree.iterate({
    enter({ from, type }) {
      if (type.isError) throw new Error(`${expr} cannot be read at ${from}`)
    },
  })
  tree.iterate({
    enter({ name, from, to }) {
      const word = text.slice(from, to)
      if (name === 'AggregateExpr') grouped = []
      if (name === 'Identifier') found.push({ metric: word, labels: [...grouped] })
      if (name === 'LabelName') found.at(-1)?.labels.push(word)
      if (name !== 'GroupingLabels') return true
      grouped = word.replaceAll(/[()\s]/g, '').split(',')
      return false
    },
  })
  return found
}
