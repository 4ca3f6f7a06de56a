const hourMs = 60 * 60_000

/** What a session lives by. */
export interface Lifeline {
  readonly protocol: 'oauth' | 'cas'
  /** Whether its tokens can be renewed. */
  readonly renewable: boolean
  readonly accessEndsAt: Date | null
}

/**
 * When a session ends unless its user is active before: a refresh token is good for 30 days, an access
 * token without one ends the session with itself, and CAS knows no time, so it is that of an access token.
 * https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649133.html
 */
export function sessionEnd({ protocol, renewable, accessEndsAt }: Lifeline, now: Date): Date {
  if (protocol === 'oauth' && !renewable && accessEndsAt !== null) return accessEndsAt
  return new Date(now.getTime() + (renewable ? 30 * 24 : 2) * hourMs)
}

const renewBeforeMs = 10 * 60_000

/** Whether tokens are to be renewed while the user is active: before they end, so that none lacks them. */
export function isRenewalDue(accessEndsAt: Date | null, now: Date): boolean {
  return accessEndsAt !== null && accessEndsAt.getTime() - now.getTime() <= renewBeforeMs
}
