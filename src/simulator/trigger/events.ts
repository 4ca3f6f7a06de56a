import type { AnyCall, Generation } from '../calls/calls.ts'
import { debugCasesOf, generations } from '../calls/debug-cases.ts'
import type { Encryption } from '../calls/encryption.ts'

/** A call that can be sent by its name. */
export interface TriggerEvent {
  /** The activity. */
  readonly event: string
  readonly generation: Generation
}

const inTheOpen: Encryption = { field: (plain) => plain, secret: (plain) => plain }

/** Every call of the store, generation by generation. */
export function triggerEvents(): readonly TriggerEvent[] {
  return generations.flatMap((generation) =>
    debugCasesOf(generation, inTheOpen).map(({ activity: event }) => ({ event, generation })),
  )
}

/** The generations that know a call of this name, the present one first. */
export function generationsOf(event: string): readonly Generation[] {
  return triggerEvents()
    .filter((one) => one.event === event)
    .map(({ generation }) => generation)
}

/** Whether a call carries a secret that only the seller's private key opens. */
export function carriesSecret({ event }: Pick<TriggerEvent, 'event'>): boolean {
  return event === 'applicationSync'
}

/** The documents' sample of a call. Throws Error for one that the generation does not know. */
export function sampleOf({ event, generation }: TriggerEvent, encryption: Encryption): AnyCall {
  // The cases of the kit are made together, and this one alone needs the public key.
  const used = carriesSecret({ event }) ? encryption : { ...encryption, secret: inTheOpen.secret }
  const sample = debugCasesOf(generation, used).find(({ activity }) => activity === event)
  if (sample === undefined) throw new Error(`${generation} has no ${event}`)
  return { generation, activity: event, members: sample.members }
}
