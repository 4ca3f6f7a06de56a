import { dayMs } from '../standing/beijing-calendar.ts'

/** A step of service supervision (服务监管), which is taken in the seller centre. */
export type DeliveryStep =
  | 'confirmed'
  | 'delivering'
  | 'delivered'
  | 'signed'
  | 'accepted'
  | 'appealed'

/** How far an order is. */
export interface Delivery {
  /** The last step; null before any. */
  readonly step: DeliveryStep | null
  /** When that was, or when the order came. */
  readonly since: Date
}

// Who has waited so long may appeal; the store accepts signed hardware by itself after so long. Console
// pages of 2023 to 2025; the newest allow an appeal at any time.
const idleDays = 5
const signedDays = 10

/** When something is due, unless something happens before; null once it is accepted. */
export function dueAt({ step, since }: Delivery): Date | null {
  if (step === 'accepted') return null
  return new Date(since.getTime() + (step === 'signed' ? signedDays : idleDays) * dayMs)
}

/** What is due then: the store has accepted by itself, or somebody has to act. */
export type DeliveryDue = { readonly accepted: true } | { readonly attention: string }

export function dueOf(step: DeliveryStep | null): DeliveryDue {
  return step === 'signed' ? { accepted: true } : { attention: sentences[step ?? 'ordered'] }
}

const idle = `nothing has happened for ${idleDays} days`

const sentences: Readonly<Record<Exclude<DeliveryStep, 'signed'> | 'ordered', string>> = {
  ordered: `${idle} since the order came; confirm it, or the buyer may appeal`,
  confirmed: `${idle}; deliver, or the buyer may appeal`,
  delivering: `${idle}; deliver, or the buyer may appeal`,
  delivered: `the buyer has not accepted for ${idleDays} days; ask for it, or appeal`,
  appealed: `the appeal is ${idleDays} days old, and the store decides within 3 working days; look at its result`,
  accepted: '',
}

/** What an instance is flagged with while its order is idle. */
export const idleNote = 'its order is idle in service supervision (服务监管), see its delivery'

/** Whether orders of a type go through service supervision; what changes a purchase does not. */
export function isSupervised(orderType: string | null): boolean {
  return orderType === null || orderType === 'NEW' || orderType === 'TRIAL'
}
