import { z } from 'zod'
import type { ManagementSchemas } from '../../contract/index.ts'
import type { ScenarioContext } from '../store/scripted-store.ts'
import type { Members, SellerView, Status } from './seller-view.ts'

/** What the seller shows after a step, in words, and in what that is wrong. */
export interface Expectation {
  readonly shown: string
  readonly wrong: readonly string[]
}

/** Looks at the seller once after a step of a script. */
export type Expect = (after: {
  readonly seller: SellerView
  readonly store: { readonly context: ScenarioContext }
}) => Promise<Expectation>

/** The instance of the last purchase: its status, and where told its expiry and quantity. */
export function instanceIs(
  status: Status,
  wanted: { readonly years?: number; readonly quantity?: number } = {},
): Expect {
  return async ({ seller, store: { context } }) => {
    const state = await seller.readInstance(context.instanceId())
    if (state === undefined) return { shown: '-', wrong: ['the seller has no such instance'] }
    const { years, quantity } = wanted
    return compare([
      ['status', status, state.status],
      ...expiry(context, years, state),
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
  search: (context: ScenarioContext) => Readonly<Record<string, string>>,
  wanted: { readonly status: string; readonly years?: number; readonly upload?: string },
): Expect {
  return async ({ seller, store: { context } }) => {
    const query = new URLSearchParams(search(context)).toString()
    const { items } = LicensePage.parse(await seller.read(`/licenses?${query}`))
    const [license] = items
    if (license === undefined) return { shown: '-', wrong: ['the seller has no such license'] }
    const { status, years, upload } = wanted
    return compare([
      ['status', status, license.status],
      ...expiry(context, years, license),
      ...(upload === undefined ? [] : [['upload', upload, license.upload.state] as const]),
    ])
  }
}

/** What a page of the management API counts: items that pass, of the path's first page. */
export function countIs(
  path: (context: ScenarioContext) => string,
  { noun, count, state }: { readonly noun: string; readonly count: number; readonly state: string },
): Expect {
  return async ({ seller, store: { context } }) => {
    const { items } = CountPage.parse(await seller.read(path(context)))
    const found = items.filter((item) => item.state === state).length
    return compare([[`${state} ${noun}`, String(count), String(found)]])
  }
}

const CountPage = z.object({ items: z.array(z.object({ state: z.string() })) })

/** Something that is wanted of a seller, and what was found. */
export type Pair = readonly [name: string, wanted: string, found: string]

function expiry(
  context: ScenarioContext,
  years: number | undefined,
  { expireTime }: { readonly expireTime: Date | null },
): readonly Pair[] {
  return years === undefined ? [] : [['expireTime', day(context.yearsOn(years)), day(expireTime)]]
}

/** What was found in words, and each pair in which it departs from what is wanted. */
export function compare(pairs: readonly Pair[]): Expectation {
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
