import type { ChargingMode, Draft } from '../draft.ts'
import { type PreflightRule, needs, problem } from '../rule.ts'
import { inferred, sources } from '../sources.ts'

/** The cases that have to be saved, by generation and by what is charged. */
export function wantedCases({ product, saas }: Draft): readonly string[] {
  const modes = new Set((product.specs ?? []).flatMap((spec) => spec.modes))
  const has = (...some: readonly ChargingMode[]) => some.some((mode) => modes.has(mode))
  const upgrades = saas?.sellsUpgrades === true
  if (saas?.generation === 'V1') {
    return [
      'newInstance',
      'releaseInstance',
      ...(has('period') ? ['refreshInstance', 'expireInstance'] : []),
      ...(has('on-demand', 'package') ? ['queryInstance', 'instanceStatus'] : []),
      ...(upgrades ? ['upgrade'] : []),
    ]
  }
  const kit = ['tenantSync', 'applicationSync', 'authSync', 'singleOrgSync', 'allOrgSync']
  return [
    'newInstance',
    'queryInstance',
    'releaseInstance',
    ...(has('period', 'on-demand', 'package') ? ['refreshInstance', 'updateInstanceStatus'] : []),
    ...(upgrades ? ['upgradeInstance'] : []),
    ...(product.jointOperation === true ? kit : []),
  ]
}

/** Which debug cases (调试用例) have to be saved. */
export const caseRules: readonly PreflightRule[] = [
  {
    id: 'SAAS-3',
    severity: 'error',
    source: sources.saasV1,
    title: {
      en: 'Of V1 a case is saved for each interface that the charging modes use',
      zh: 'V1.0：按计费模式保存所需的调试用例',
    },
    appliesTo: (draft) => draft.product.kind === 'SaaS' && draft.saas?.generation === 'V1',
    judge: ({ draft }) => missingCases(draft),
  },
  {
    id: 'SAAS-4',
    severity: 'error',
    source: inferred(sources.saasV2),
    title: {
      en: 'Of V2 a case is saved for each interface that the charging modes use, and of the kit',
      zh: 'V2.0：按计费模式与联营 kit 保存所需的调试用例',
    },
    appliesTo: (draft) => draft.product.kind === 'SaaS' && draft.saas?.generation !== 'V1',
    judge: ({ draft }) => missingCases(draft),
  },
]

function missingCases(draft: Draft) {
  const { cases } = draft.saas ?? {}
  if (cases === undefined || draft.product.specs === undefined)
    return needs('saas.cases', 'product.specs')
  return wantedCases(draft)
    .filter((one) => !cases.includes(one))
    .map((one) =>
      problem(['saas', 'cases'], `There is no case of ${one}.`, `缺少 ${one} 的调试用例。`),
    )
}
