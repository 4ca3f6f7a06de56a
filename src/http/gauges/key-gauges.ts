import { fingerprint } from '../../crypto/fingerprint.ts'
import type { Database } from '../../db/database.ts'
import { listKeyUsages } from '../../db/key-usage/key-usages.ts'
import { type Address, interfaceTypes } from '../../domain/address.ts'
import type { GaugeGroup } from './asked-gauges.ts'

/** When the accepted keys were last used; a key itself has no label, only whether it is the current one. */
export function keyGauges(addresses: ReadonlyMap<string, Address>) {
  const accepted = [...addresses.values()].flatMap(acceptedAt)
  return {
    gauges: {
      koogate_key_last_used_timestamp_seconds: {
        help: 'When a key last verified a call: the current one, or the latest of the old ones.',
        labelNames: ['address', 'interface_type', 'key'],
      },
    },
    async read(db: Database) {
      const uses = new Map(
        (await listKeyUsages(db)).map((use) => [
          `${use.address} ${use.interface_type} ${use.fingerprint}`,
          use.last_used_at.getTime() / 1000,
        ]),
      )
      const samples = accepted.flatMap(({ labels, ids }) => {
        const times = ids.flatMap((id) => uses.get(id) ?? [])
        return times.length === 0 ? [] : [{ labels, value: Math.max(...times) }]
      })
      return { koogate_key_last_used_timestamp_seconds: samples }
    },
  } satisfies GaugeGroup
}

function acceptedAt({ name: address, keys }: Address) {
  return interfaceTypes.flatMap((interface_type) => {
    const [current, ...old] = keys[interface_type].map(
      (key) => `${address} ${interface_type} ${fingerprint(key)}`,
    )
    const row = (key: 'current' | 'old', ids: readonly string[]) => ({
      labels: { address, interface_type, key },
      ids,
    })
    return [
      ...(current === undefined ? [] : [row('current', [current])]),
      ...(old.length === 0 ? [] : [row('old', old)]),
    ]
  })
}
