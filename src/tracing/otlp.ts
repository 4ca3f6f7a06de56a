import {
  DiagLogLevel,
  type Span as OpenSpan,
  SpanKind,
  SpanStatusCode,
  diag,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { Logger } from 'pino'
import type { SpanName, TellSpan } from '../span.ts'
import type { SpanSender } from './span-sender.ts'

const kinds: Readonly<Record<SpanName, SpanKind>> = {
  'store call': SpanKind.SERVER,
  commit: SpanKind.INTERNAL,
  'order query': SpanKind.CLIENT,
  'usage push': SpanKind.CLIENT,
  'license upload': SpanKind.CLIENT,
  'license activation': SpanKind.CLIENT,
  'license query': SpanKind.CLIENT,
  'license statistics': SpanKind.CLIENT,
  delivery: SpanKind.CLIENT,
}

/**
 * Sends spans by OTLP over HTTP. The libraries read the standard variables themselves: where to, with
 * which headers, how many are sampled and kept, and what the service is called.
 */
export function openOtlp(log: Logger): SpanSender {
  tellFaults(log)
  const own = resourceFromAttributes({ 'service.name': 'koogate' })
  const provider = new NodeTracerProvider({
    resource: own.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  const tracer = provider.getTracer('koogate')
  return {
    span: (name, work) =>
      tracer.startActiveSpan(name, { kind: kinds[name] }, (span) => runIn(span, work)),
    shutdown: () => provider.shutdown(),
  }
}

const toldEveryMs = 10 * 60_000

// A collector that is away is told now and then; its answer may hold anything.
function tellFaults(log: Logger): void {
  let toldAt = -Infinity
  const nothing = () => undefined
  const error = () => {
    if (performance.now() - toldAt < toldEveryMs) return
    toldAt = performance.now()
    log.warn(
      'traces could not be sent; is OTEL_EXPORTER_OTLP_ENDPOINT right, and its collector there?',
    )
  }
  const logger = { error, warn: nothing, info: nothing, debug: nothing, verbose: nothing }
  diag.setLogger(logger, { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true })
}

async function runIn<Result>(
  span: OpenSpan,
  work: (tell: TellSpan) => Promise<Result>,
): Promise<Result> {
  try {
    return await work((attributes) => void span.setAttributes(attributes()))
  } catch (error) {
    // The kind alone: what it says may hold anything.
    const kind = error instanceof Error ? error.name : 'unknown'
    span.setStatus({ code: SpanStatusCode.ERROR, message: kind })
    throw error
  } finally {
    span.end()
  }
}
