import { setTimeout as pause } from 'node:timers/promises'
import { departuresFrom } from './departures.ts'
import { isCarriedOut, lastCode, type Delivery } from './delivery.ts'
import type { OrderStore } from './order-store.ts'
import { done, type ResultCode } from './result-codes.ts'
import type { InstanceState, SellerView, Status } from './seller-view.ts'
import type { SimulatedStore } from './simulated-store.ts'

/** Something the store does, and what must come of it. */
export interface Step {
  readonly name: string
  /** What the seller's own people do before. */
  readonly before?: (seller: SellerView, instanceId: string) => Promise<void>
  /** The instance is the one of the last purchase. */
  readonly play: (store: SimulatedStore, instanceId: string) => Promise<Delivery>
  /** The code of the last answer, `000000` unless told. */
  readonly answer?: ResultCode
  /** What the instance is afterwards; its terms are those of the store's books. */
  readonly status: Status
}

export interface Scenario {
  readonly name: string
  readonly steps: readonly Step[]
}

/** Who plays: the store, the seller it calls, and the order query that the seller asks. */
export interface Stage {
  readonly store: SimulatedStore
  readonly seller: SellerView
  readonly orderStore: Pick<OrderStore, 'calls'>
  /** How long a state may take to come true, in milliseconds; 10 s unless told. */
  readonly patienceMs?: number
}

/** What came of a step; it is right if nothing is wrong. */
export interface StepResult {
  readonly name: string
  readonly delivery: Delivery
  readonly state: InstanceState | undefined
  readonly wrong: readonly string[]
}

/** Plays the steps one after the other, all of them whatever happens, and tells each as it ends. */
export async function playScenario(
  { steps }: Scenario,
  stage: Stage,
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

async function playStep(step: Step, stage: Stage, instanceId: string): Promise<StepResult> {
  try {
    await step.before?.(stage.seller, instanceId)
    const delivery = await step.play(stage.store, instanceId)
    const { state, wrong } = await settle(step, stage, delivery, instanceId)
    return { name: step.name, delivery, state, wrong: [...answersWrong(step, delivery), ...wrong] }
  } catch (error) {
    // A step that cannot be played, for want of an instance for example, is wrong like any other.
    const wrong = [error instanceof Error ? error.message : String(error)]
    return { name: step.name, delivery: notPlayed, state: undefined, wrong }
  }
}

const notPlayed: Delivery = { attempts: [], end: 'stopped' }

function answersWrong({ answer = done }: Step, delivery: Delivery): readonly string[] {
  const faults = delivery.attempts.flatMap(({ activity, verdict }) =>
    verdict.faults.map(({ check, message }) => `${activity}: ${check} ${message}`),
  )
  if (faults.length > 0) return [...new Set(faults)]
  const code = lastCode(delivery)
  return code === answer ? [] : [`the answer is ${code ?? 'missing'}, not ${answer}`]
}

// What an order brings comes a moment after the answer: the seller asks for the order on its own.
async function settle(step: Step, stage: Stage, delivery: Delivery, instanceId: string) {
  const { store, seller, patienceMs = 10_000 } = stage
  const id = delivery.instanceId ?? instanceId
  const end = performance.now() + patienceMs
  for (;;) {
    const state = await seller.readInstance(id)
    const expected = { status: step.status, subscription: store.subscription(id) }
    const wrong = [...departuresFrom(expected, state), ...unread(delivery, stage)]
    if (wrong.length === 0 || performance.now() >= end) return { state, wrong }
    await pause(50)
  }
}

function unread(delivery: Delivery, { orderStore }: Stage): readonly string[] {
  const { order } = delivery
  if (order === undefined || !isCarriedOut(delivery)) return []
  const wasRead = orderStore.calls.some(
    ({ orderId, answer }) => orderId === order.orderId && answer === 'MKT.0000',
  )
  return wasRead ? [] : [`the seller has not read the order ${order.orderId}`]
}
