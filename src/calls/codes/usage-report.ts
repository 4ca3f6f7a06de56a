import type { StoreSchemas } from '../../contract/index.ts'
import type { Vault } from '../../crypto/vault.ts'
import type { CodeUse } from '../../db/license-code/clients.ts'
import type { License } from '../../domain/license/license.ts'

type Infos = StoreSchemas['SoftwareUsageInfo'][]

/** Uses of one code. */
export interface UsedCode {
  readonly license: License
  readonly uses: readonly CodeUse[]
  /** What the store is told of them. */
  readonly infos: Infos
}

/** The report of who used codes: clients by their ids, or numbers; no report has both. */
export function usageReport(codes: readonly UsedCode[]): StoreSchemas['SoftwareUsageRequest'] {
  return {
    usage_info: codes.map(({ license, infos }) => ({
      license: license.code ?? '',
      software_usage_Info: infos,
    })),
  }
}

/** What is told of uses: no day, so a client of two days that wait stands there once. */
export function infosOf(uses: readonly CodeUse[], vault: Vault): Infos {
  const ids = new Set(
    uses.flatMap(({ client }) => (client === null ? [] : [vault.decrypt(client).toString()])),
  )
  const numbers = uses.flatMap(({ activeClients }) => activeClients ?? [])
  return [...[...ids].map((id) => ({ id })), ...numbers.map((active_num) => ({ active_num }))]
}
