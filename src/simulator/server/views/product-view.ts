import type { SimulatorSchemas } from '../../../contract/index.ts'
import type { ListedProduct, StoreData } from '../../state/index.ts'

/** A listed product with its saved cases, and how the last dial test of each went. */
export function productView(data: StoreData, product: ListedProduct): SimulatorSchemas['Product'] {
  const { id, name, generation = null, url, ordersUrl = null, joint } = product
  const { supervised, offers, state, failingDays } = product
  return {
    ...{ id, name, generation, url, ordersUrl, supervised, offers, state, failingDays },
    joint: joint !== undefined,
    cases: casesOf(data, id),
  }
}

function casesOf(data: StoreData, product: string): SimulatorSchemas['SavedCase'][] {
  const last = data.dialTests.findLast((test) => test.product === product)
  return Object.values(data.cases)
    .filter((one) => one.product === product)
    .map(({ id, generation, activity }) => {
      const failure = last?.failures.find((one) => one.activity === activity)
      return { id, generation, activity, exception: failure?.exception ?? null }
    })
}
