import { type UsageSettings, usageSettings } from '../domain/address.ts'
import type { Environment } from './environment.ts'

/** How usage reaches the store, of every address whose file says nothing else. */
export function usageOfAll(settings: Environment): UsageSettings {
  const { push, merge, late } = usageSettings(undefined)
  return {
    push: settings.USAGE_PUSH ?? push,
    merge: settings.USAGE_MERGE === undefined ? merge : settings.USAGE_MERGE === 'on',
    late: settings.USAGE_LATE ?? late,
  }
}
