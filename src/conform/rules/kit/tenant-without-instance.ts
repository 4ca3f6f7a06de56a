import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { tenantCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/tenant-without-instance',
  generations: kit,
  severity: 'error',
  source: documents.tenantSync,
  title: {
    en: 'Deletes an enterprise without a look whether its instance is there.',
    zh: '删除企业时不校验实例是否存在。',
  },
  consequence: {
    en: 'The application of an enterprise that dissolved its organisation stays bound, and cannot be bound to another one.',
    zh: '企业解散组织后应用仍处于绑定状态，无法绑定到其他企业。',
  },
  mend: {
    en: 'On deletion (flag 0) do not check the instance of the purchase: it may have been released before.',
    zh: 'flag 为 0 时不要校验新购的实例，它可能已先被释放。',
  },
  judge: tenantCalls([{ instanceId: 'KOOGATE-CONFORM-NO-INSTANCE', flag: 0 }], {
    en: 'The deletion with an instanceId that is unknown',
    zh: '携带未知 instanceId 的删除',
  }),
} satisfies Rule
