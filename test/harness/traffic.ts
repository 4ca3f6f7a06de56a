import type { Encryption } from '../../src/simulator/calls/encryption.ts'
import type { Balancer } from './balancer.ts'
import { seededRandom } from './random.ts'
import { seed } from './scale.ts'
import { type Ending, type Life, lifeOf, soldGenerations } from './sold-lives.ts'

/** The calls of a store that goes on selling, and what has become of all that it sold. */
export interface Traffic {
  /** Begins nothing new, goes on until every life is over, and buys each of them again, in vain. */
  readonly end: () => Promise<readonly Ending[]>
  /** Begins nothing new; whatever is under way ends by itself. */
  readonly stop: () => void
}

interface Lived {
  readonly life: Life
  next: number
  instanceId: string
}

/**
 * Sends the calls of many lives of every family through a balancer, each caller one at a time, of as many
 * lives as there are callers: they span whatever happens to the replicas. Of the calls some are sent twice, and some to every replica at once, purchases above all. Throws when a
 * purchase is answered with another instance than before.
 */
export function startTraffic(balancer: Balancer, encryption: Encryption, callers: number): Traffic {
  const random = seededRandom(seed)
  const over: Lived[] = []
  let isEnding = false
  let begun = 0

  function begin(): Lived {
    const family = soldGenerations[begun % soldGenerations.length] ?? 'saasV2'
    const isReleased = Math.floor(begun / soldGenerations.length) % 2 === 1
    begun += 1
    return { life: lifeOf(family, isReleased, encryption), next: 0, instanceId: '' }
  }

  async function callOn(): Promise<void> {
    const open = Array.from({ length: callers }, begin)
    while (open.length > 0) {
      const at = random.between(0, open.length - 1)
      const [lived] = open.slice(at, at + 1)
      if (lived === undefined) continue
      await takeStep(lived)
      if (lived.next < lived.life.steps.length) continue
      over.push(lived)
      open.splice(at, 1, ...(isEnding ? [] : [begin()]))
    }
  }

  async function takeStep(lived: Lived): Promise<void> {
    const step = lived.life.steps[lived.next]
    if (step === undefined) return
    lived.next += 1
    const { buys, code } = step('')
    const wanted = { make: () => step(lived.instanceId).call, code }
    const draw = random.between(1, 4)
    const isForAll = draw === 1 || (buys && draw <= 3)
    const attempts = isForAll
      ? [...(await balancer.sendToAll(wanted))]
      : [await balancer.send(wanted)]
    if (draw === 4) attempts.push(await balancer.send(wanted))
    if (buys) for (const { answer } of attempts) takeId(lived, answer.instanceId)
  }

  const calling = Promise.all(Array.from({ length: callers }, callOn))
  calling.catch(() => undefined)
  const stop = () => {
    isEnding = true
  }
  return {
    stop,
    async end() {
      stop()
      await calling
      for (const lived of over) await buyAgain(lived)
      return over.map(({ life, instanceId }) => ({
        ...life.ending(instanceId),
        family: life.family,
      }))
    },
  }

  async function buyAgain(lived: Lived): Promise<void> {
    const [purchase] = lived.life.steps
    const { buys, code } = purchase?.('') ?? { buys: false, code: '000000' }
    if (purchase === undefined || !buys) return
    const { answer } = await balancer.send({ make: () => purchase('').call, code })
    takeId(lived, answer.instanceId)
  }
}

function takeId(lived: Lived, instanceId = ''): void {
  if (lived.instanceId === '') lived.instanceId = instanceId
  // An answer without one is a fault that the balancer has noted.
  if (instanceId === '' || instanceId === lived.instanceId) return
  throw new Error(`two instances of one purchase: ${lived.instanceId} and ${instanceId}`)
}
