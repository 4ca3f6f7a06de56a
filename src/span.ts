/** What is told of a span: words and numbers that are neither private nor secret. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

/** Adds what is known later; it is made only where somebody traces. */
export type TellSpan = (attributes: () => SpanAttributes) => void

export type SpanName =
  | 'store call'
  | 'commit'
  | 'order query'
  | 'usage push'
  | 'license upload'
  | 'license activation'
  | 'license query'
  | 'license statistics'
  | 'delivery'

/** Runs work as a span of a trace, inside of the span that runs it; of what it throws the kind is told. */
export type Span = <Result>(
  name: SpanName,
  work: (tell: TellSpan) => Promise<Result>,
) => Promise<Result>

const tellNobody: TellSpan = () => undefined

/** Runs the work, and nothing else: nobody traces. */
export const noSpan: Span = (_name, work) => work(tellNobody)
