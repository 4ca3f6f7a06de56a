import {
  type StoreState,
  type StoreStateOptions,
  createStoreState,
  openStoreState,
} from '../state/index.ts'
import { type FirstStore, boundKeys, fillStore } from './first-store.ts'
import type { Revisions } from './revisions.ts'

/** The store that is there now, and how it begins anew. */
export interface Stores {
  readonly store: () => StoreState
  readonly reset: () => Promise<void>
}

type Options = Omit<StoreStateOptions, 'data'> & FirstStore

/** Opens the store of the file, or a new one, and tells of its changes. */
export async function openStores(
  { sellers = [], keys = {}, authCentre, ...options }: Options,
  revisions: Revisions,
): Promise<Stores> {
  const { file } = options
  let current =
    file === undefined ? createStoreState(options) : await openStoreState({ ...options, file })
  await fillStore(current, { sellers, keys, authCentre })
  let unwatch = current.watch(revisions.changed)

  return {
    store: () => current,
    async reset() {
      const next = createStoreState(options)
      // The seller knows its keys by now.
      await fillStore(next, { sellers, keys: boundKeys(current.data), authCentre })
      unwatch()
      current = next
      unwatch = next.watch(revisions.changed)
      revisions.changed()
    },
  }
}
