import { setTimeout as pause } from 'node:timers/promises'
import { isCarriedOut, lastCode, type Delivery } from '../store/delivery.ts'
import type { Expectation } from './expectations.ts'
import type { OrderStore } from '../api/order-store.ts'
import { done, type ResultCode } from '../calls/result-codes.ts'
import type { SellerView } from './seller-view.ts'
import type { SimulatedStore } from '../store/simulated-store.ts'

/** Something the store does, and what must come of it. */
export interface Step<Store = SimulatedStore> {
  readonly name: string
  /** What the seller's own people do before. */
  readonly before?: (seller: SellerView, instanceId: string) => Promise<void>
  /** The instance is the one of the last purchase. */
  readonly play: (store: Store, instanceId: string) => Promise<Delivery>
  /** The code of the last answer, `000000` by default. */
  readonly answer?: ResultCode
  /** What the seller shows afterwards. */
  readonly expect: (after: After<Store>) => Promise<Expectation>
}

/** The stage after a step: the instance is the last purchase's. */
export interface After<Store> extends Stage<Store> {
  readonly instanceId: string
}

export interface Scenario<Store = SimulatedStore> {
  readonly name: string
  readonly steps: readonly Step<Store>[]
}

/** Who plays: the store, the seller it calls, and the order query that the seller asks. */
export interface Stage<Store = SimulatedStore> {
  readonly store: Store
  readonly seller: SellerView
  readonly orderStore: Pick<OrderStore, 'calls'>
  /** How long a state may take to come true, in milliseconds; 10 s by default. */
  readonly timeoutMs?: number
}

/** What came of a step, and what the seller showed; it is right if nothing is wrong. */
export interface StepResult {
  readonly name: string
  readonly delivery: Delivery
  readonly shown: string
  readonly wrong: readonly string[]
}

/** Plays the steps one after the other, all of them whatever happens, and tells each as it ends. */
export async function playScenario<Store>(
  { steps }: Scenario<Store>,
  stage: Stage<Store>,
  onStep: (result: StepResult) => void = () => undefined,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = []
  let instanceId = ''
  for (const step of steps) {
    const result = await playStep(step, stage, instanceId)
    instanceId = result.delivery.instanceId ?? instanceId
    results.push(result)
    onStep(result)
  }
  return results
}

async function playStep<Store>(
  step: Step<Store>,
  stage: Stage<Store>,
  instanceId: string,
): Promise<StepResult> {
  const { name } = step
  try {
    await step.before?.(stage.seller, instanceId)
    const delivery = await step.play(stage.store, instanceId)
    const after = { ...stage, instanceId: delivery.instanceId ?? instanceId }
    const { shown, wrong } = await settle(step, after, delivery)
    return { name, delivery, shown, wrong: [...answersWrong(step, delivery), ...wrong] }
  } catch (error) {
    // A step that cannot be played, for want of an instance for example, is wrong like any other.
    const wrong = [error instanceof Error ? error.message : String(error)]
    return { name, delivery: notPlayed, shown: '-', wrong }
  }
}

const notPlayed: Delivery = { attempts: [], end: 'stopped' }

function answersWrong(
  { answer = done }: Pick<Step, 'answer'>,
  delivery: Delivery,
): readonly string[] {
  const faults = delivery.attempts.flatMap(({ activity, verdict }) =>
    verdict.faults.map(({ check, message }) => `${activity}: ${check} ${message}`),
  )
  if (faults.length > 0) return [...new Set(faults)]
  const code = lastCode(delivery)
  return code === answer ? [] : [`the answer is ${code ?? 'missing'}, not ${answer}`]
}

// What an order brings comes a moment after the answer: the seller asks for the order on its own.
async function settle<Store>(step: Step<Store>, after: After<Store>, delivery: Delivery) {
  const end = performance.now() + (after.timeoutMs ?? 10_000)
  for (;;) {
    const { shown, wrong } = await step.expect(after)
    const all = [...wrong, ...unread(delivery, after)]
    if (all.length === 0 || performance.now() >= end) return { shown, wrong: all }
    await pause(50)
  }
}

function unread(delivery: Delivery, { orderStore }: Pick<Stage, 'orderStore'>): readonly string[] {
  const { order } = delivery
  if (order === undefined || !isCarriedOut(delivery)) return []
  const wasRead = orderStore.calls.some(
    ({ orderId, answer }) => orderId === order.orderId && answer === 'MKT.0000',
  )
  return wasRead ? [] : [`the seller has not read the order ${order.orderId}`]
}
