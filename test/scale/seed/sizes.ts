/** How much is in the tables that the management API reads, in proportion to what was sold. */
export interface Sizes {
  readonly instances: number
  readonly messages: number
  readonly events: number
  readonly licenses: number
  readonly tenants: number
  /** In the largest tenant, and as many departments. */
  readonly users: number
  readonly windows: number
  readonly audit: number
  readonly outbound: number
  readonly alarms: number
  readonly attempts: number
  /** What the slowest endpoint is still owed, and what another was not given. */
  readonly owed: number
  readonly drifts: number
  /** Messages that were run again as a whole. */
  readonly rerun: number
  readonly failing: number
  readonly asks: number
  readonly tokens: number
  /** How long ago the first instance was sold. */
  readonly months: number
}

/** What a seller has after two years: 1,000,000 instances and 3,000,000 messages in a long run. */
export function sizesOf(instances: number): Sizes {
  return {
    instances,
    messages: instances * 3,
    events: instances,
    licenses: instances / 4,
    // A statement looks at more values than the planner keeps apart.
    tenants: Math.max(instances / 50, 150),
    users: instances / 20,
    windows: instances / 2,
    audit: instances / 2,
    outbound: instances,
    alarms: instances / 20,
    attempts: instances,
    owed: instances / 5,
    drifts: instances / 10,
    rerun: instances / 5,
    failing: instances / 100,
    asks: instances / 10,
    tokens: instances / 1000,
    months: instances > 100_000 ? 24 : 4,
  }
}

/** Messages are kept for so long. */
export const messageDays = 90

/** So many instances are called all the time: a sixth of all messages is about them. */
export const hotInstances = 5
