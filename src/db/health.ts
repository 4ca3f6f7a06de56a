import { sql } from 'kysely'
import type { Database } from './database.ts'

const waitMs = 1_000

/** Whether the database answers within a second. */
export async function isReachable(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), waitMs)
  })
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  const reachable = await Promise.race([answered, tooLate])
  clearTimeout(timer)
  return reachable
}
