import { z } from 'zod'
import { ReportSchema } from './schema.ts'

/** The JSON Schema (2020-12) of the JSON report. */
export function reportJsonSchema(): object {
  return { title: 'Report of koogate conform', ...z.toJSONSchema(ReportSchema) }
}
