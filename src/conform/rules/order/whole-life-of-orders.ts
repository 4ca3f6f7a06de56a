import { documents } from '../../documents.ts'
import { judgeWholeLife } from '../../life/whole-life.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/whole-life-of-orders',
  generations: ['saasV2', 'licenseA'],
  severity: 'error',
  source: documents.interfacesV2,
  needs: ['full', 'orderQuery'],
  title: {
    en: 'Carries out a whole life by real calls, asking for each order, as it does by test calls: bought, renewed, changed, upgraded, frozen, unfrozen, released.',
    zh: '真实调用（逐单查询订单）与调试调用一样，能走完完整生命周期：开通、续费、变更、升级、冻结、解冻、释放。',
  },
  consequence: {
    en: 'The debugger and the dial test see test calls only: all is green until the first buyer pays.',
    zh: '接口调试和拨测只发调试调用：在第一个买家付款之前，一切看起来都正常。',
  },
  mend: {
    en: 'Do not answer test calls before the code that carries a call out: let them go the same way, with data of their own.',
    zh: '不要在业务代码之前直接返回调试调用：让调试调用走同样的流程，只使用独立的数据。',
  },
  judge: judgeWholeLife,
} satisfies Rule
