import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Whether the database answers in time. */
export async function isReachable(db: Database, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs)
  })
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  const reachable = await Promise.race([answered, tooLate])
  clearTimeout(timer)
  return reachable
}
