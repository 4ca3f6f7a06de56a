import { parseStoreTime } from '../time/store-time.ts'

const pattern = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?: ?(?:z|UTC|GMT))?$/i

/**
 * Reads a time of getLicenseAsync, `yyyy-MM-dd HH:mm:ss z`, UTC.
 * Returns undefined for anything else and for a date that does not exist.
 * Source: 异步申请License, zh-cn_topic_0070649255.
 */
export function parseLicenseTime(text: string): Date | undefined {
  const match = pattern.exec(text)
  return match === null ? undefined : parseStoreTime(match.slice(1).join(''))
}
