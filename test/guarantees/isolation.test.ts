import { afterEach, expect, inject, test } from 'vitest'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy, newOrder, storeCall } from '../harness/store.ts'

// They come one after the other, each within the 4 s that the store waits: on a busy machine, too.
const [rounds, atOnce] = [3, 24]
let service: TestService
afterEach(() => service.stop())

test.each(['serializable', 'repeatable read'])(
  'a database whose default is %s: 24 changes of one instance at once all succeed',
  async (isolation) => {
    const databaseUrl = await createDatabase(inject('postgresUrl'))
    const name = new URL(databaseUrl).pathname.slice(1)
    await withClient(databaseUrl, (client) =>
      client.query(`alter database ${name} set default_transaction_isolation to '${isolation}'`),
    )
    service = await startService({ databaseUrl })
    const instanceId = await buy(service)
    for (let round = 0; round < rounds; round += 1) {
      const changes = Array.from({ length: atOnce }, (_, minute) => ({
        activity: 'refreshInstance',
        scene: 'RENEWAL',
        instanceId,
        expireTime: `203012311${round}${String(minute).padStart(2, '0')}00`,
        ...newOrder(),
      }))
      const answers = await Promise.all(changes.map((change) => storeCall(service, change)))
      expect(answers.map(({ body }) => body['resultCode'])).toEqual(changes.map(() => '000000'))
    }
  },
)
