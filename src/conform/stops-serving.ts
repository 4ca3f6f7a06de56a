import type { Text } from './rule.ts'

/** What follows when one request of anybody ends the server. */
export const stopsServing: Text = {
  en: 'While the server is away every call fails: purchases are refunded after three hours, and the dial test counts the day as failed.',
  zh: '服务停止期间所有调用都会失败：新购订单 3 小时后自动退订，当天的拨测也计为失败。',
}
