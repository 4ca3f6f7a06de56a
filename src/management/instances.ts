import { findInstance, listInstances as findPage } from '../db/instance/instances.ts'
import type { ManagementHandler } from './context.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import { viewDetail, viewInstances } from './instance-view.ts'
import { unknownInstance } from './not-found.ts'

/** Instances of all addresses, test and real, living and released, the newest first. */
export const listInstances: ManagementHandler<'listInstances'> = async (
  { query },
  { services },
) => {
  const page = pageFrom('instances', query)
  const found = await findPage(services.db, services.vault, query, page)
  return {
    items: await viewInstances(found.items, services),
    nextCursor: nextCursor('instances', found, query),
  }
}

/** One instance with its history, a released one too. */
export const getInstance: ManagementHandler<'getInstance'> = async ({ path }, { services }) => {
  const instance = await findInstance(services.db, services.vault, path.instanceId)
  if (instance === undefined) throw unknownInstance(path.instanceId)
  return viewDetail(instance, services)
}
