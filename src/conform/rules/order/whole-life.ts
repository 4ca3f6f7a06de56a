import { documents } from '../../documents.ts'
import { outcomeOf } from '../../judging.ts'
import { hasFailed, playLife } from '../../life/whole-life.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'

export const rule = {
  id: 'order/whole-life',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB', 'licenseC'],
  severity: 'error',
  source: documents.interfacesV2,
  needs: ['full'],
  title: {
    en: 'Carries out a whole life by real calls, as it does by test calls: bought, renewed, changed, upgraded, frozen, unfrozen, released.',
    zh: '真实调用与调试调用一样，能走完完整生命周期：开通、续费、变更、升级、冻结、解冻、释放。',
  },
  consequence: {
    en: 'The debugger and the dial test see test calls only: all is green until the first buyer pays.',
    zh: '接口调试和拨测只发调试调用：在第一个买家付款之前，一切看起来都正常。',
  },
  mend: {
    en: 'Do not answer test calls before the code that carries a call out: let them go the same way, with data of their own.',
    zh: '不要在业务代码之前直接返回调试调用：让调试调用走同样的流程，只使用独立的数据。',
  },
  async judge(seller) {
    const test = await playLife(seller, { test: true })
    const real = await playLife(seller, { test: false })
    const last = real.at(-1)
    if (last === undefined || !hasFailed(real)) return []
    if (hasFailed(test) && test.length <= real.length) throw new CannotJudge(failsAlike)
    if (last.name === undefined && seller.orderStore === undefined) throw new CannotJudge(noOrder)
    const { en, zh } = outcomeOf(last.exchange)
    const { activity } = last.exchange
    const message = {
      en: `Step ${real.length} of the life, ${activity}, succeeds as a test call; as a real one: ${en}.`,
      zh: `生命周期的第 ${real.length} 步 ${activity}，调试调用成功；真实调用：${zh}。`,
    }
    return [breach(message, ...real.map(({ exchange }) => exchange))]
  },
} satisfies Rule

const failsAlike = {
  en: 'The life ends in a test call too: other rules say where.',
  zh: '调试调用同样无法走完生命周期，具体见其他规则。',
}

const noOrder = {
  en: 'The real purchase was refused. A seller who asks the store for the order finds none of ours: let it ask here, with --store-port.',
  zh: '真实的创建实例调用被拒绝。商家向云商店查询订单时查不到本工具的订单：请使用 --store-port 让商家查询本工具。',
}
