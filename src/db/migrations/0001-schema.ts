import { jobs } from './0001/jobs.ts'
import { kitTables } from './0001/kit.ts'
import { licenses } from './0001/licenses.ts'
import { messages } from './0001/messages.ts'
import { instancesAndOrders } from './0001/instances-and-orders.ts'
import { housekeeping } from './0001/housekeeping.ts'

/**
 * The whole schema of the first version whose data are kept, one statement an entry. Nothing refers
 * across rows by a sequence, so the tables can be distributed.
 *
 * Every key holds where its ids count (domain/scope.ts): the site, and of a test call its address.
 * Every filter of the management API has an index; one that is often all rows (a finished phase,
 * success) needs none, because the rows come by the index on the time, so those are left out of it:
 * a purchase does not pay for what is asked once a night.
 *
 * @param partitioned whether messages and events are kept by month (../partitions.ts).
 */
export function schema(partitioned: boolean): readonly string[] {
  return [
    ...instancesAndOrders(partitioned),
    ...messages(partitioned),
    ...licenses,
    ...kitTables,
    ...jobs,
    ...housekeeping,
  ]
}
