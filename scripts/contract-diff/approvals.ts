import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

/** Where decisions are kept. */
export const approvalsFile = 'openapi/approvals.yaml'

const text = z.string().trim().min(1)
const day = z.union([text.regex(/^\d{4}-\d{2}-\d{2}$/), z.date().transform(dayOf)])
const decisionSchema = z.strictObject({
  /** One change, or several that one reason holds for. */
  id: z.union([text, z.array(text).min(1)]),
  who: text,
  why: text,
  date: day,
})

/** That somebody looked at a change of a text that carries a rule. */
export type Decision = z.infer<typeof decisionSchema>

/** What was decided, by the id of the change. */
export type Decisions = ReadonlyMap<string, Decision>

/** The decisions of a folder that holds openapi/. Throws for one without who, why or when. */
export function decisionsIn(folder: string): Decisions {
  const path = join(folder, approvalsFile)
  if (!existsSync(path)) return new Map()
  const read = z.array(decisionSchema).safeParse(parse(readFileSync(path, 'utf8')) ?? [])
  if (!read.success) {
    throw new Error(`${approvalsFile} is not as it should be: ${z.prettifyError(read.error)}`)
  }
  return new Map(
    read.data.flatMap((decision) => [decision.id].flat().map((id) => [id, decision] as const)),
  )
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
