import { sql } from 'kysely'
import type { SellerOperation } from '../../contract/index.ts'
import { mostCounted } from '../bounded-count.ts'
import type { Database } from '../database.ts'

/** Calls to one address that were not verified and answered alike. */
export interface RefusedCalls {
  readonly address: string
  /** operationId of the seller contract, or one of a newer version. */
  readonly operation: SellerOperation
  readonly resultCode: string
  readonly resultMsg: string
  readonly calls: number
  readonly firstAt: Date
  readonly lastAt: Date
}

// A thousand of them are kept (jobs/housekeeping.ts).
const mostRead = 2 * mostCounted

/** The latest calls since a time that were not verified, by address, interface and answer. */
export async function listRefusedCalls(db: Database, from: Date): Promise<RefusedCalls[]> {
  const { rows } = await sql<RefusedCalls>`
    select address, operation, result_code as "resultCode", result_msg as "resultMsg",
      count(*)::integer as calls, min(received_at) as "firstAt", max(received_at) as "lastAt"
    from (
      select address, operation, result_code, result_msg, received_at from messages
      where not verified and received_at >= ${from}
      order by received_at desc, id desc limit ${sql.lit(mostRead)}) refused
    group by address, operation, result_code, result_msg
    order by max(received_at) desc`.execute(db)
  return rows
}
