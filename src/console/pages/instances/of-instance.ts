import type { KoogateSchemas } from '../../../client.ts'

/** What the sections of the page show, and what they call once they have changed it. */
export interface OfInstance {
  readonly of: KoogateSchemas['InstanceDetail']
  readonly reload: () => void
}
