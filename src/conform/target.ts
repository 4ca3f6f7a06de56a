import type { Generation } from './generations.ts'
import { urlAt } from '../simulator/calls/endpoints.ts'

/**
 * Where a seller is called: the production address (生产系统接口地址), which all interfaces share
 * unless a generation has one of its own. The store hangs the paths of the kit below it.
 */
export interface Target {
  readonly url: URL
  readonly urls?: Partial<Record<Generation, URL>>
}

/** The production address of a generation. */
export function addressOf(target: Target, generation: Generation): URL {
  return target.urls?.[generation] ?? target.url
}

/** The address of a call. */
export function callUrl(target: Target, generation: Generation, activity: string): URL {
  return urlAt(addressOf(target, generation), { generation, activity })
}
