import { z } from 'zod'
import { parse } from './environment.ts'

// Variables of OpenTelemetry, which its own libraries read: here it is only asked whether they are to
// be loaded, and what they could not do is refused.
const variables = z.object({
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_TRACES_EXPORTER: z
    .enum(['otlp', 'none'], { error: 'is otlp or none; Koogate has no other exporter of traces' })
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.string().optional(),
  ...Object.fromEntries(
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'].map((name) => [
      name,
      z.literal('http/json', { error: 'is http/json; traces go no other way' }).optional(),
    ]),
  ),
})

/** Whether traces are wanted. Throws SettingError for a variable that asks for what is not there. */
export function wantsTraces(env: Readonly<Record<string, string | undefined>>): boolean {
  const set = Object.entries(env).filter(([, value = '']) => value.trim() !== '')
  const names = Object.keys(variables.shape)
  const given = parse(
    variables,
    Object.fromEntries(
      set.filter(([name]) => names.includes(name)).map(([name, value]) => [name, value?.trim()]),
    ),
    '',
  )
  if (given.OTEL_SDK_DISABLED === 'true' || given.OTEL_TRACES_EXPORTER === 'none') return false
  return (
    given.OTEL_TRACES_EXPORTER !== undefined ||
    given.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined ||
    given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT !== undefined
  )
}
