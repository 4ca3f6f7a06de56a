import { documents } from '../../documents.ts'
import { tenantCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/tenant-modified',
  generations: ['kitV2'],
  severity: 'error',
  source: documents.tenantSync,
  title: {
    en: 'Takes a change of the name or the domain of an enterprise (flag 2).',
    zh: '支持企业名称、域名的修改（flag 为 2）。',
  },
  consequence: {
    en: 'The users of an enterprise that changed its domain cannot sign in.',
    zh: '企业更换域名后，用户无法登录。',
  },
  mend: {
    en: 'V2 has three values of flag for an enterprise: 0 delete, 1 add, 2 modify (name and domain).',
    zh: 'V2 企业同步的 flag 有三个值：0 删除、1 新增、2 修改（名称和域名）。',
  },
  judge: tenantCalls([{ flag: 2, name: '改名后的企业' }], {
    en: 'The change (flag 2)',
    zh: '修改（flag 为 2）',
  }),
} satisfies Rule
