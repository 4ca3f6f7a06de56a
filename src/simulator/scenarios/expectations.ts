import { z } from 'zod'
import type { ManagementSchemas } from '../../contract/index.ts'
import type { Cast } from '../store/scripted-store.ts'
import type { Members, SellerView, Status } from './seller-view.ts'

/** What the seller shows after a step, in words, and in what that is wrong. */
export interface Look {
  readonly shown: string
  readonly wrong: readonly string[]
}

/** Looks at the seller once after a step of a script. */
export type LookAt = (after: {
  readonly seller: SellerView
  readonly store: { readonly cast: Cast }
}) => Promise<Look>

/** The instance of the last purchase: its status, and where told its expiry and quantity. */
export function instanceIs(
  status: Status,
  wanted: { readonly years?: number; readonly quantity?: number } = {},
): LookAt {
  return async ({ seller, store: { cast } }) => {
    const state = await seller.readInstance(cast.instanceId())
    if (state === undefined) return { shown: '-', wrong: ['the seller has no such instance'] }
    const { years, quantity } = wanted
    return look([
      ['status', status, state.status],
      ...expiry(cast, years, state),
      ...(quantity === undefined
        ? []
        : [['quantity', String(quantity), String(state.order?.quantity)] as const]),
    ])
  }
}

const LicensePage = z.object({
  items: z.array(
    z.object({
      status: z.string(),
      expireTime: z.coerce.date().nullable(),
      upload: z.object({ state: z.string() }),
    } satisfies Members<ManagementSchemas['License']>),
  ),
})

/** The one license that a search (`code=`, `eventId=`) finds: its status, expiry and upload. */
export function licenseIs(
  search: (cast: Cast) => Readonly<Record<string, string>>,
  wanted: { readonly status: string; readonly years?: number; readonly upload?: string },
): LookAt {
  return async ({ seller, store: { cast } }) => {
    const query = new URLSearchParams(search(cast)).toString()
    const { items } = LicensePage.parse(await seller.read(`/licenses?${query}`))
    const [license] = items
    if (license === undefined) return { shown: '-', wrong: ['the seller has no such license'] }
    const { status, years, upload } = wanted
    return look([
      ['status', status, license.status],
      ...expiry(cast, years, license),
      ...(upload === undefined ? [] : [['upload', upload, license.upload.state] as const]),
    ])
  }
}

/** What a page of the management API counts: items that pass, of the path's first page. */
export function countIs(
  path: (cast: Cast) => string,
  { noun, count, state }: { readonly noun: string; readonly count: number; readonly state: string },
): LookAt {
  return async ({ seller, store: { cast } }) => {
    const { items } = CountPage.parse(await seller.read(path(cast)))
    const found = items.filter((item) => item.state === state).length
    return look([[`${state} ${noun}`, String(count), String(found)]])
  }
}

const CountPage = z.object({ items: z.array(z.object({ state: z.string() })) })

/** Something that is wanted of a seller, and what was found. */
export type Pair = readonly [name: string, wanted: string, found: string]

function expiry(
  cast: Cast,
  years: number | undefined,
  { expireTime }: { readonly expireTime: Date | null },
): readonly Pair[] {
  return years === undefined ? [] : [['expireTime', day(cast.yearsOn(years)), day(expireTime)]]
}

/** What was found in words, and each pair in which it departs from what is wanted. */
export function look(pairs: readonly Pair[]): Look {
  return {
    shown: pairs.map(([name, , found]) => `${name} ${found}`).join(', '),
    wrong: differences(pairs),
  }
}

/** In words, what is not as it is wanted. */
export function differences(pairs: readonly Pair[]): readonly string[] {
  return pairs
    .filter(([, wanted, found]) => wanted !== found)
    .map(([name, wanted, found]) => `${name} is ${found}, not ${wanted}`)
}

function day(time: Date | null): string {
  return time?.toISOString().slice(0, 19) ?? 'none'
}
