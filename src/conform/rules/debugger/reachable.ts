import { consequences } from '../../consequences.ts'
import { debuggerFinds } from '../../debugger-finds.ts'
import { documents } from '../../documents.ts'
import { withSeveralActivities } from '../../families.ts'
import { plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

/** DBG-1. */
export const rule = {
  id: 'debugger/reachable',
  generations: withSeveralActivities,
  severity: 'error',
  source: documents.faqV2,
  title: {
    en: 'Answers each call instead of closing the connection.',
    zh: '对每次调用都返回应答，而不是断开连接。',
  },
  consequence: consequences.debugger,
  mend: {
    en: 'Catch every exception and answer with an envelope; see that no gateway, firewall or allow-list stands before the address (the addresses of the store are not fixed).',
    zh: '捕获所有异常并返回规定格式的应答；确认地址前面没有网关、防火墙或白名单拦截（云商店的出口 IP 不固定）。',
  },
  // An address that answers nothing at all is told before any rule is judged.
  async judge(seller) {
    await plainCall(seller)
    return debuggerFinds(seller, 'DBG-1')
  },
} satisfies Rule
