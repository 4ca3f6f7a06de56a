/** What an instance's time is made of, in the order in which things of one moment are shown. */
export const timelineKinds = [
  'audit',
  'delivery',
  'event',
  'change',
  'usage',
  'ask',
  'outbound-call',
  'call',
] as const
export type TimelineKind = (typeof timelineKinds)[number]
