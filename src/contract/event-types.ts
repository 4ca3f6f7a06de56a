import { readDocument } from './document.ts'

/** A type of event, as the contract tells it. */
export interface ContractEventType {
  readonly type: string
  /** What happened. */
  readonly summary: string
  /** The entry of `webhooks` that describes its data. */
  readonly webhook: string
}

interface Example {
  readonly $ref?: string
  readonly summary?: string
}

interface Webhook {
  readonly post?: {
    readonly tags?: readonly string[]
    readonly requestBody?: {
      readonly content: {
        readonly 'application/json': { readonly examples?: Readonly<Record<string, Example>> }
      }
    }
  }
}

interface Bundle {
  readonly webhooks?: Readonly<Record<string, Webhook>>
  readonly components?: { readonly examples?: Readonly<Record<string, Example>> }
}

let read: readonly ContractEventType[] | undefined

/** The types of events in the order of the contract: each example of an event webhook is one. */
export function contractEventTypes(): readonly ContractEventType[] {
  read ??= typesIn(readDocument('management') as unknown as Bundle)
  return read
}

function typesIn({ webhooks = {}, components }: Bundle): ContractEventType[] {
  const summaryOf = ({ $ref = '', summary }: Example) =>
    summary ?? components?.examples?.[$ref.split('/').at(-1) ?? '']?.summary ?? ''
  return Object.entries(webhooks)
    .filter(([, { post }]) => post?.tags?.includes('Event webhooks'))
    .flatMap(([webhook, { post }]) =>
      Object.entries(post?.requestBody?.content['application/json'].examples ?? {}).map(
        ([type, example]) => ({ type, summary: summaryOf(example), webhook }),
      ),
    )
}
