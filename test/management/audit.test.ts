import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManagementOperations } from '../../src/contract/index.ts'
import { raiseAlarm } from '../../src/calls/alarms.ts'
import { persist } from '../../src/calls/persist.ts'
import { commitIn } from '../../src/db/commit.ts'
import { beginReconciliation } from '../../src/db/reconciliation/reconciliations.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { orderInfoOf } from '../../src/simulator/products/order-info.ts'
import { products } from '../../src/simulator/products/products.ts'
import { operationsIn } from '../harness/contract-operations.ts'
import { askForSession, signIn } from '../harness/browser-session.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { kitCall, newBinding, tenantOf, userOf, usersOf } from '../harness/kit-call.ts'
import { applicationFor, buyA, callA, callC, licensesOf } from '../harness/licenses.ts'
import { databases } from '../harness/scale.ts'
import { type Receiver, startReceiver } from '../harness/receiver.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { signedOn } from '../harness/signed-on.ts'
import { putOrder } from '../harness/sold.ts'
import { buy, newOrder } from '../harness/store.ts'
import { type TestToken, tokenWith } from '../harness/tokens.ts'
import { until } from '../harness/until.ts'
import { driftsOf, reconcile, whenEnded } from '../reconcile/scene.ts'
import { boughtLongAgo, recordOf, report, windowsOf } from '../usage/reported.ts'
import { manage, read } from './client.ts'
import { messageOf } from './message-of.ts'
import { fetchedRow } from './order-rows.ts'

describe.each(databases)('the audit on the %s database', (database) => {
  let service: TestService
  let operator: TestToken
  let store: OrderStore
  let receiver: Receiver
  beforeAll(async () => {
    receiver = await startReceiver(() => endpointSecret)
    const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }
    store = await startOrderStore(credentials)
    store.usage.rules.keys = [keys.basic]
    service = await startService({
      database,
      limits: { jobsEveryMs: 100, usageEveryMs: 50, reconcileEveryMs: 0, reconcileSettledMs: 0 },
      settings: {
        KOOGATE_PROVISIONING: 'manual',
        KOOGATE_STORE_URL: store.url.href,
        KOOGATE_STORE_AK: credentials.accessKey,
        KOOGATE_STORE_SK: credentials.secretKey,
      },
    })
    operator = await tokenWith(service, ['read', 'operate', 'usage', 'personal', 'admin'], {
      name: 'operator',
    })
  })
  afterAll(async () => {
    await service.stop()
    await store.close()
    await receiver.close()
  })

  const entries = async (query: string) =>
    (await read(service, 'AuditList', `/audit?${query}`)).items

  /** Calls as the operator, a text as a file; returns the entries that this request left. */
  const leaves = async (
    path: string,
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    body?: unknown,
  ) => {
    const { authorization } = operator
    const answer = await manage(service, path, {
      method,
      authorization,
      ...(typeof body === 'string' && { rawBody: body, contentType: 'text/csv' }),
      ...(typeof body === 'object' && { body }),
    })
    expect(answer.status, answer.text).toBe(200)
    const requestId = answer.headers.get('x-request-id') ?? ''
    return { answer, left: await entries(`requestId=${requestId}`) }
  }

  /** An order that the store shows, and its id here. */
  const soldOrder = async () => {
    const order = newOrder()
    const product = products.standardYear
    const placed = { orderType: 'NEW', placedAt: new Date(), product, quantity: 7 }
    store.orders.add(orderInfoOf({ ...order, ...placed }))
    await buy(service, order)
    const { items } = await read(service, 'OrderList', `/orders?orderId=${order.orderId}`)
    return { order, id: String(items[0]?.id) }
  }

  /** An order that the store shows otherwise than it was fetched here, and the reconciliation that found so. */
  const drifted = async () => {
    const order = putOrder(store, { quantity: 5 })
    const instanceId = await buy(service, order)
    await until(
      () => read(service, 'OrderList', `/orders?orderId=${order.orderId}`),
      ({ items }) => items[0]?.state === 'fetched',
    )
    putOrder(store, { quantity: 6 }, order)
    const { id } = await reconcile(service, { orderIds: [order.orderId] })
    const [drift] = await driftsOf(service, id)
    const path = `/reconciliations/${id}`
    const subjects = [`reconciliation:${id}`, `instance:${instanceId}`, `order:${order.orderId}`]
    return { path, subjects, driftPath: `${path}/drifts/${drift?.id ?? ''}/apply` }
  }

  /** A reconciliation that another replica is at. */
  const runsElsewhere = async () => {
    const id = randomUUID()
    const lease_until = new Date(Date.now() + 60_000)
    await inTransaction(service.db, async (transaction) => {
      const begun = { id, site: 'china', started_by: 'request' } as const
      expect(await beginReconciliation(transaction, begun, new Date())).toBe(true)
      const lease = { lease: randomUUID(), lease_until }
      await transaction.updateTable('reconciliations').set(lease).where('id', '=', id).execute()
    })
    return id
  }

  /** A re-run of many messages that another replica is at. */
  const rerunsElsewhere = async () => {
    const [id, at] = [randomUUID(), new Date()]
    const until = new Date(at.getTime() + 60_000)
    const by = { token_id: 'settings', token_name: 'settings', request_id: id, reason: null }
    const counts = { matched: 1, to_run: 1, filter: '{"test":false}', skipped: '[]', refused: '{}' }
    const lease = { lease: randomUUID(), lease_until: until, next_at: until, skipped_since: '[]' }
    const times = { created_at: at, updated_at: at, ended_at: null, error: null }
    const row = { id, state: 'running', ...by, ...counts, ...lease, ...times } as const
    await service.db.insertInto('message_reruns').values(row).execute()
    return id
  }

  /** Usage that waits to be pushed, of an instance of its own. */
  const used = async () => {
    const id = await boughtLongAgo(service, { now: () => new Date() })
    const { results } = await report(service, [usageOf(id)])
    return { id, meteringSn: results[0]?.meteringSn ?? '' }
  }
  const usageOf = (id: string) => recordOf(id, { beginTime: hoursAgo(2), endTime: hoursAgo(1) })
  const hoursAgo = (hours: number) =>
    new Date(Math.floor(Date.now() / hourMs - hours) * hourMs).toISOString()
  const hourMs = 3_600_000

  let endpointSecret = ''

  /** An endpoint that takes what it is sent. */
  const endpoint = async () => {
    const body = { url: receiver.url, types: ['license.*'] }
    const { answer, left } = await leaves('/webhook-endpoints', 'POST', body)
    endpointSecret = String(answer.body['secret'])
    const id = String(answer.body['id'])
    return { body, left, id, path: `/webhook-endpoints/${id}`, subject: `webhook-endpoint:${id}` }
  }

  const appInfo = { frontEndUrl: 'https://app.example.com', password: 'open-sesame-8' }

  describe('of changes', () => {
    /** What changes something, and what its entry says of it. */
    const changes: Partial<Record<keyof ManagementOperations, () => Promise<void>>> = {
      async putAppInfo() {
        const instanceId = await buy(service)
        const { left } = await leaves(`/instances/${instanceId}/app-info`, 'PUT', appInfo)
        expect(left).toMatchObject([
          {
            kind: 'change',
            token: { tokenId: operator.tokenId, name: 'operator' },
            operation: 'putAppInfo',
            subjects: [`instance:${instanceId}`],
            fields: ['frontEndUrl', 'password'],
          },
        ])
      },
      async putUsageInfo() {
        const instanceId = await buy(service)
        const usage = { usageValue: 12.5, statisticalTime: '2026-11-21T07:30:00.000Z' }
        const body = { usageInfo: [usage] }
        const { left } = await leaves(`/instances/${instanceId}/usage-info`, 'PUT', body)
        expect(left).toMatchObject([
          {
            operation: 'putUsageInfo',
            subjects: [`instance:${instanceId}`],
            fields: ['usageInfo'],
          },
        ])
      },
      async putLicenseContent() {
        const instanceId = await buyA(service)
        await callA(service, applicationFor(instanceId))
        const [license] = await licensesOf(service, `instanceId=${instanceId}`)
        const licenseId = String(license?.licenseId)
        const body = { text: 'LICENSE-2026-0001' }
        const { left } = await leaves(`/licenses/${licenseId}/content`, 'PUT', body)
        expect(left).toMatchObject([
          {
            operation: 'putLicenseContent',
            subjects: [`license:${licenseId}`],
            fields: ['text'],
          },
        ])
      },
      async putMetadata() {
        const instanceId = await buy(service)
        const body = { externalId: newId('crm') }
        const { left } = await leaves(`/instances/${instanceId}/metadata`, 'PUT', body)
        expect(left).toMatchObject([
          {
            operation: 'putMetadata',
            subjects: [`instance:${instanceId}`],
            fields: ['externalId'],
          },
        ])
      },
      async reportProvisioningFailed() {
        const instanceId = await buy(service)
        const body = { code: '000106', reason: 'sold out' }
        const path = `/instances/${instanceId}/provisioning-failed`
        const { left } = await leaves(path, 'POST', body)
        expect(left).toMatchObject([
          {
            operation: 'reportProvisioningFailed',
            subjects: [`instance:${instanceId}`],
            fields: ['code', 'reason'],
          },
        ])
      },
      async clearAlarm() {
        const subject = `tenant:${newId()}`
        const alarms = [raiseAlarm('kit.users', subject, 'A sample.')]
        await persist({ alarms }, service.app.services)
        const { items } = await read(service, 'AlarmList', `/alarms?subject=${subject}`)
        const id = String(items[0]?.id)
        const { left } = await leaves(`/alarms/${id}/clear`, 'POST')
        expect(left).toMatchObject([
          { operation: 'clearAlarm', subjects: [`alarm:${id}`, subject], fields: [] },
        ])
        expect((await leaves(`/alarms/${id}/clear`, 'POST')).left).toEqual([])
      },
      async importInstance() {
        const instanceId = newId('sold')
        const given = { instanceId, family: 'saas-v2', ...newOrder(), status: 'active' }
        const { left } = await leaves('/instances', 'POST', {
          ...given,
          appInfo: { frontEndUrl: appInfo.frontEndUrl },
          orders: [{ role: 'renewal', ...newOrder() }],
        })
        expect(left).toMatchObject([
          {
            operation: 'importInstance',
            subjects: [`instance:${instanceId}`, `order:${given.orderId}`],
            fields: [...Object.keys(given), 'appInfo', 'orders'],
          },
        ])
      },
      async putImport() {
        const path = '/imports/china/license-b'
        const { left } = await leaves(path, 'PUT', { open: true })
        expect(left).toMatchObject([
          { operation: 'putImport', subjects: ['import:china/license-b'], fields: ['open'] },
        ])
        expect((await leaves(path, 'PUT', { open: true })).left).toEqual([])
      },
      async refreshOrder() {
        const { id, order } = await soldOrder()
        const { left } = await leaves(`/orders/${id}/refresh`, 'POST')
        expect(left.find(({ kind }) => kind === 'change')).toMatchObject({
          operation: 'refreshOrder',
          subjects: expect.arrayContaining([`order:${order.orderId}`]) as string[],
          fields: [],
        })
      },
      async rerunMessage() {
        const instanceId = await buy(service)
        const { id } = await messageOf(service, `instanceId=${instanceId}&activity=newInstance`)
        const { left } = await leaves(`/messages/${id}/rerun`, 'POST')
        expect(left).toMatchObject([
          { kind: 'change', operation: 'rerunMessage', subjects: [`message:${id}`], fields: [] },
        ])
      },
      async createToken() {
        const body = { name: 'second', scopes: ['read'] }
        const { answer, left } = await leaves('/tokens', 'POST', body)
        expect(left).toMatchObject([
          {
            operation: 'createToken',
            subjects: [`token:${String(answer.body['tokenId'])}`],
            fields: ['name', 'scopes'],
          },
        ])
      },
      async deleteToken() {
        const { tokenId } = await tokenWith(service, ['read'])
        const { left } = await leaves(`/tokens/${tokenId}`, 'DELETE')
        expect(left).toMatchObject([
          { operation: 'deleteToken', subjects: [`token:${tokenId}`], fields: [] },
        ])
      },
      async createSession() {
        const answer = await askForSession(service, operator.authorization)
        const requestId = answer.headers.get('x-request-id') ?? ''
        expect(await entries(`requestId=${requestId}`)).toMatchObject([
          {
            kind: 'change',
            token: { tokenId: operator.tokenId, name: 'operator' },
            operation: 'createSession',
            subjects: [`token:${operator.tokenId}`],
            fields: [],
          },
        ])
      },
      async deleteSession() {
        const { send } = await signIn(service, operator.authorization)
        const answer = await send('/session', { method: 'DELETE' })
        const requestId = answer.headers.get('x-request-id') ?? ''
        expect(await entries(`requestId=${requestId}`)).toMatchObject([
          { operation: 'deleteSession', subjects: [`token:${operator.tokenId}`], fields: [] },
        ])
      },
      async createWebhookEndpoint() {
        const { left, subject } = await endpoint()
        expect(left).toMatchObject([
          { operation: 'createWebhookEndpoint', subjects: [subject], fields: ['url', 'types'] },
        ])
      },
      async putWebhookEndpoint() {
        const { path, body, subject } = await endpoint()
        const put = { ...body, description: 'Of the warehouse.' }
        expect((await leaves(path, 'PUT', put)).left).toMatchObject([
          {
            operation: 'putWebhookEndpoint',
            subjects: [subject],
            fields: ['url', 'types', 'description'],
          },
        ])
      },
      async deleteWebhookEndpoint() {
        const { path, subject } = await endpoint()
        expect((await leaves(path, 'DELETE')).left).toMatchObject([
          { operation: 'deleteWebhookEndpoint', subjects: [subject], fields: [] },
        ])
      },
      // Nothing of the endpoint changes.
      async testWebhookEndpoint() {
        const { path } = await endpoint()
        const { answer, left } = await leaves(`${path}/test`, 'POST')
        expect(answer.body).toMatchObject({ succeeded: true })
        expect(left.filter(({ kind }) => kind === 'change')).toEqual([])
      },
      async enableWebhookEndpoint() {
        const { path, subject } = await endpoint()
        expect((await leaves(`${path}/enable`, 'POST')).left).toMatchObject([
          { operation: 'enableWebhookEndpoint', subjects: [subject], fields: [] },
        ])
      },
      async pauseWebhookEndpoint() {
        const { path, subject } = await endpoint()
        await leaves(`${path}/enable`, 'POST')
        expect((await leaves(`${path}/pause`, 'POST')).left).toMatchObject([
          { operation: 'pauseWebhookEndpoint', subjects: [subject], fields: [] },
        ])
        expect((await leaves(`${path}/pause`, 'POST')).left).toEqual([])
      },
      async rotateWebhookSecret() {
        const { path, subject } = await endpoint()
        expect((await leaves(`${path}/rotate-secret`, 'POST')).left).toMatchObject([
          { operation: 'rotateWebhookSecret', subjects: [subject], fields: [] },
        ])
      },
      async exchangeSsoCode() {
        const { code, sessionId } = await signedOn(service)
        const { left } = await leaves('/sso/exchange', 'POST', { code })
        expect(left).toMatchObject([
          { kind: 'read', operation: 'exchangeSsoCode', subjects: ['tenant:tenant'] },
          { kind: 'change', subjects: [`sso-session:${sessionId}`], fields: ['code'] },
        ])
      },
      async refreshSsoSession() {
        const { sessionId } = await signedOn(service)
        const { left } = await leaves(`/sso/sessions/${sessionId}/refresh`, 'POST')
        expect(left).toMatchObject([
          { kind: 'read', operation: 'refreshSsoSession', subjects: ['tenant:tenant'] },
          { kind: 'change', subjects: [`sso-session:${sessionId}`], fields: [] },
        ])
      },
      async noteDelivery() {
        const { id, order } = await soldOrder()
        const body = { step: 'confirmed', note: 'by telephone' }
        const { left } = await leaves(`/orders/${id}/delivery`, 'POST', body)
        expect(left.filter(({ kind }) => kind === 'change')).toMatchObject([
          {
            operation: 'noteDelivery',
            subjects: expect.arrayContaining([`order:${order.orderId}`]) as string[],
            fields: ['step', 'note'],
          },
        ])
      },
      async activateLicenseCodes() {
        const codes = [newId('PL'), newId('PL')]
        for (const code of codes) store.codes.sell(code)
        const { answer, left } = await leaves('/license-codes/activate', 'POST', { codes })
        const items = answer.body['items'] as { licenseId: string }[]
        const ids = items.map(({ licenseId }) => `license:${licenseId}`)
        expect(
          left
            .map(({ subjects }) => subjects)
            .flat()
            .sort(),
        ).toEqual(ids.sort())
        for (const entry of left) {
          expect(entry).toMatchObject({
            kind: 'change',
            operation: 'activateLicenseCodes',
            fields: ['codes'],
          })
        }
        const again = await leaves('/license-codes/activate', 'POST', { codes })
        expect(again.left).toEqual([])
      },
      // Checks come a thousand times a day: only what one of them changed is told.
      async checkLicenseCode() {
        const code = newId('PL')
        store.codes.sell(code, { status: 'ALIVE', activatedAt: new Date('2026-01-02T03:04:05Z') })
        const check = () => leaves('/license-codes/check', 'POST', { code, client: 'anna' })
        const { answer, left } = await check()
        expect(left).toMatchObject([
          {
            kind: 'change',
            operation: 'checkLicenseCode',
            subjects: [`license:${String(answer.body['licenseId'])}`],
            fields: ['code', 'client'],
          },
        ])
        expect((await check()).left).toEqual([])
      },
      async createMessageReruns() {
        const body = { filter: { instanceId: newId(), outcome: 'failure' } }
        const path = '/message-reruns'
        expect((await leaves(path, 'POST', { ...body, dryRun: true })).left).toEqual([])
        const { answer, left } = await leaves(path, 'POST', body)
        const subjects = [`message-rerun:${String(answer.body['id'])}`]
        const fields = ['instanceId', 'outcome']
        expect(left).toMatchObject([
          { kind: 'change', operation: 'createMessageReruns', subjects, fields },
        ])
      },
      async cancelMessageRerun() {
        const id = await rerunsElsewhere()
        const path = `/message-reruns/${id}/cancel`
        expect((await leaves(path, 'POST')).left).toMatchObject([
          { operation: 'cancelMessageRerun', subjects: [`message-rerun:${id}`], fields: [] },
        ])
        expect((await leaves(path, 'POST')).left).toEqual([])
      },
      async createReconciliation() {
        const orderIds = [putOrder(store).orderId]
        const { answer, left } = await leaves('/reconciliations', 'POST', { orderIds })
        const id = String(answer.body['id'])
        expect(left).toMatchObject([
          {
            kind: 'change',
            operation: 'createReconciliation',
            subjects: [`reconciliation:${id}`],
            fields: ['orderIds'],
          },
        ])
        await whenEnded(service, id)
      },
      async cancelReconciliation() {
        const id = await runsElsewhere()
        const path = `/reconciliations/${id}/cancel`
        expect((await leaves(path, 'POST')).left).toMatchObject([
          { operation: 'cancelReconciliation', subjects: [`reconciliation:${id}`], fields: [] },
        ])
        expect((await leaves(path, 'POST')).left).toEqual([])
      },
      async applyDrift() {
        const { driftPath, subjects } = await drifted()
        expect((await leaves(driftPath, 'POST')).left).toMatchObject([
          { kind: 'change', operation: 'applyDrift', subjects, fields: [] },
        ])
        expect((await leaves(driftPath, 'POST')).left).toEqual([])
      },
      async applyDrifts() {
        const { path, subjects } = await drifted()
        const body = { kind: 'order_differs' }
        const counted = await leaves(`${path}/apply`, 'POST', { ...body, dryRun: true })
        expect(counted.left).toEqual([])
        expect((await leaves(`${path}/apply`, 'POST', body)).left).toMatchObject([
          { kind: 'change', operation: 'applyDrifts', subjects, fields: ['kind'] },
        ])
        expect((await leaves(`${path}/apply`, 'POST', body)).left).toEqual([])
      },
      async reconcileUsageBill() {
        const rawBody =
          '实例ID,开始时间,结束时间,使用量\na,2026-11-18 08:00:00,2026-11-18 09:00:00,1'
        const path = '/reconciliations/usage-bill'
        const { answer, left } = await leaves(path, 'POST', rawBody)
        expect(left).toMatchObject([
          {
            kind: 'change',
            operation: 'reconcileUsageBill',
            subjects: [`reconciliation:${String(answer.body['id'])}`],
            fields: [],
          },
        ])
      },
      // Too many for the audit: a record itself tells with whose token it came.
      async reportUsage() {
        const instanceId = await boughtLongAgo(service, { now: () => new Date() })
        const record = usageOf(instanceId)
        const { answer, left } = await leaves('/usage', 'POST', { records: [record] })
        const [{ meteringSn } = { meteringSn: '' }] = answer.body['results'] as {
          meteringSn: string
        }[]
        expect(left).toEqual([])
        const kept = await service.db
          .selectFrom('usage_records')
          .select(['record_id', 'token_id'])
          .where('window_sn', '=', meteringSn)
          .execute()
        expect(kept).toEqual([{ record_id: record.recordId, token_id: operator.tokenId }])
      },
      async retryUsage() {
        const { id } = await used()
        await service.db
          .updateTable('usage_windows')
          .set({ state: 'parked', code: 'MKT.9001' })
          .where('instance_id', '=', id)
          .execute()
        const body = { instanceId: id }
        const counted = await leaves('/usage/retry', 'POST', { ...body, dryRun: true })
        expect(counted.left).toEqual([])
        expect((await leaves('/usage/retry', 'POST', body)).left).toMatchObject([
          {
            kind: 'change',
            operation: 'retryUsage',
            subjects: [`usage:${id}`],
            fields: ['instanceId'],
          },
        ])
        await until(
          () => windowsOf(service, id),
          ([one]) => one?.state === 'taken',
        )
        expect((await leaves('/usage/retry', 'POST', body)).left).toEqual([])
      },
      async voidUsage() {
        const { meteringSn } = await used()
        const body = { meteringSn }
        expect((await leaves('/usage/void', 'POST', body)).left).toMatchObject([
          {
            kind: 'change',
            operation: 'voidUsage',
            subjects: [`usage:${meteringSn}`],
            fields: ['meteringSn'],
          },
        ])
        expect((await leaves('/usage/void', 'POST', body)).left).toEqual([])
      },
      async createWebhookReplay() {
        const { id, subject } = await endpoint()
        const counted = { endpointId: id, dryRun: true }
        expect((await leaves('/webhook-replays', 'POST', counted)).left).toEqual([])
        const body = { endpointId: id, types: ['license.*'] }
        expect((await leaves('/webhook-replays', 'POST', body)).left).toMatchObject([
          {
            operation: 'createWebhookReplay',
            subjects: [subject],
            fields: ['endpointId', 'types'],
          },
        ])
      },
    }

    it('has a case here for every operation that is not GET', () => {
      const changing = operationsIn('management').filter(
        ({ method, path }) => method !== 'get' && path.startsWith('/api/v1/'),
      )
      const ids = changing.map(({ operationId }) => operationId)
      expect(Object.keys(changes).sort()).toEqual(ids.sort())
    })

    it.each(Object.entries(changes))('tells of %s', (_operation, leavesItsEntry) =>
      leavesItsEntry(),
    )

    it('tells of a kit call that is run again, whose rows are written by statements of its own', async () => {
      const binding = newBinding()
      await kitCall(service, 'tenantSync', tenantOf(binding))
      const { id } = await messageOf(service, `tenantId=${binding.tenantId}`)
      const { left } = await leaves(`/messages/${id}/rerun`, 'POST')
      expect(left).toMatchObject([{ operation: 'rerunMessage', subjects: [`message:${id}`] }])
    })

    it('has none of a repeat that changes nothing, nor of a refusal', async () => {
      const path = `/instances/${await buy(service)}/app-info`
      await leaves(path, 'PUT', appInfo)
      expect((await leaves(path, 'PUT', appInfo)).left).toEqual([])
      const { authorization } = operator
      const answer = await manage(service, path, { method: 'PUT', body: {}, authorization })
      expect(answer.status).toBe(400)
      const requestId = answer.headers.get('x-request-id') ?? ''
      expect(await entries(`requestId=${requestId}`)).toEqual([])
    })

    it('holds no value, and what the store changes is not in it', async () => {
      const instanceId = await buy(service)
      expect(await entries(`subject=instance:${instanceId}`)).toEqual([])
      await leaves(`/instances/${instanceId}/app-info`, 'PUT', appInfo)
      const rows = await service.db.selectFrom('audit').selectAll().execute()
      expect(JSON.stringify(rows)).not.toMatch(/open-sesame|app\.example\.com/)
    })
  })

  describe('of reads in clear', () => {
    let instanceId: string
    let tenantId: string
    let reader: TestToken
    beforeAll(async () => {
      const order = newOrder()
      instanceId = await buy(service, order)
      await commitIn(service.db, { order: fetchedRow(order, service.app.services.vault) })
      const binding = newBinding()
      tenantId = binding.tenantId
      await kitCall(service, 'tenantSync', tenantOf(binding))
      const user = userOf('zhangsan01', {
        mobile: '15905222222',
        extension: { nickName: 'little-three' },
      })
      await kitCall(service, 'authSync', usersOf(binding, [user]))
      reader = await tokenWith(service, ['read'], { name: 'reader' })
    })

    const license = newId('PL')
    const clear = {
      getInstance: () => [`/instances/${instanceId}`, `instance:${instanceId}`],
      listInstances: () => [`/instances?instanceId=${instanceId}`, `instance:${instanceId}`],
      listTenantUsers: () => [`/tenants/${tenantId}/users`, `tenant:${tenantId}`],
    }
    const secret = /18688888888|lisi@example\.com|测试用户1|13812345678|15905222222|little-three/

    it.each(Object.entries(clear))(
      '%s shows private data to `personal`, and is in the audit once',
      async (operation, of) => {
        const [path = '', subject = ''] = of()
        const { answer, left } = await leaves(path, 'GET')
        expect(answer.text).toMatch(secret)
        expect(answer.text).not.toContain('***')
        expect(left).toMatchObject([
          {
            kind: 'read',
            token: { tokenId: operator.tokenId, name: 'operator' },
            operation,
            subjects: [subject],
            fields: [],
          },
        ])
      },
    )

    it.each(Object.entries(clear))('%s masks them to any other', async (_operation, of) => {
      const [path = ''] = of()
      const { authorization } = reader
      const answer = await manage(service, path, { authorization })
      expect(answer.status).toBe(200)
      expect(answer.text).not.toMatch(secret)
      expect(answer.text).toContain('***')
      expect(await entries(`tokenId=${reader.tokenId}`)).toEqual([])
    })

    it('shows a license code to `personal`, masks it to any other', async () => {
      await callC(service, {
        activity: 'refreshLicenseCode',
        license,
        scene: 'RENEWAL',
        orderId: newId('CS'),
        orderLineId: newId('CS'),
        expireTime: '20301118155959',
      })
      const path = `/licenses?code=${license}`
      const { answer, left } = await leaves(path, 'GET')
      const [item] = answer.body['items'] as { licenseId: string; code: string }[]
      expect(item?.code).toBe(license)
      expect(left).toMatchObject([{ kind: 'read', subjects: [`license:${item?.licenseId ?? ''}`] }])
      const { authorization } = reader
      expect((await manage(service, path, { authorization })).text).not.toContain(license)
    })

    it('is written too when the answer of a change shows them', async () => {
      const { left } = await leaves(`/instances/${instanceId}/app-info`, 'PUT', appInfo)
      expect(left.map(({ kind }) => kind).sort()).toEqual(['change', 'read'])
    })

    it('is written again when an answer is given again under its Idempotency-Key', async () => {
      const { id, order } = await soldOrder()
      const reads = () => entries(`kind=read&subject=order:${order.orderId}`)
      // One, if the order was fetched before it was looked for.
      const { length: before } = await reads()
      const { authorization } = operator
      const headers = { authorization, 'idempotency-key': newId('key') }
      const refresh = () =>
        sendTo(service, `/api/v1/orders/${id}/refresh`, { method: 'POST', headers })
      const kindsOf = async ({ headers }: { headers: Headers }) => {
        const requestId = headers.get('x-request-id') ?? ''
        return (await entries(`requestId=${requestId}`)).map(({ kind }) => kind).sort()
      }
      const [first, again] = [await refresh(), await refresh()]
      expect(first.text).toMatch(/"mobilePhone":"1\d{10}"/)
      expect(again.body).toEqual(first.body)
      expect(await kindsOf(first)).toEqual(['change', 'read'])
      expect(await kindsOf(again)).toEqual(['read'])
      expect(await reads()).toHaveLength(before + 2)
    })

    it('has none where there is nothing private', async () => {
      const { left } = await leaves(`/instances/${await buy(service)}`, 'GET')
      expect(left).toEqual([])
    })

    it('messages are masked to everybody', async () => {
      const { id } = await messageOf(service, `tenantId=${tenantId}&activity=authSync`)
      const { answer, left } = await leaves(`/messages/${id}`, 'GET')
      expect(answer.text).not.toMatch(/15905222222|little-three|zhangsan01/)
      expect(left).toEqual([])
    })
  })

  describe('as a list', () => {
    it('is read page by page, newest first, and found by each filter', async () => {
      const own = await tokenWith(service, ['operate'], { name: 'own' })
      const { authorization, tokenId } = own
      const ids: string[] = []
      for (let i = 0; i < 3; i++) {
        const instanceId = await buy(service)
        const path = `/instances/${instanceId}/app-info`
        await read(service, 'InstanceDetail', path, { method: 'PUT', body: appInfo, authorization })
        ids.unshift(`instance:${instanceId}`)
      }
      const query = `tokenId=${tokenId}&kind=change&operation=putAppInfo`
      const first = await read(service, 'AuditList', `/audit?${query}&limit=2`)
      const next = `/audit?${query}&limit=2&cursor=${first.nextCursor ?? ''}`
      const second = await read(service, 'AuditList', next)
      const all = [...first.items, ...second.items]
      expect(all.flatMap(({ subjects }) => subjects)).toEqual(ids)
      expect(second.nextCursor).toBeNull()
      const at = all[1]?.at ?? ''
      expect(await entries(`${query}&subject=${ids[1] ?? ''}`)).toEqual([all[1]])
      expect((await entries(`${query}&from=${at}`)).length).toBeGreaterThanOrEqual(2)
      expect(await entries(`${query}&to=${at}`)).toEqual(all.slice(2))
      expect(await entries(`tokenId=${tokenId}&operation=rerunMessage`)).toEqual([])
    })

    it('names the token of the settings `settings`', async () => {
      const { tokenId } = await tokenWith(service, ['read'])
      const [entry] = await entries(`subject=token:${tokenId}`)
      expect(entry?.token).toEqual({ tokenId: 'settings', name: 'settings' })
      expect(await entries(`subject=token:${tokenId}&tokenId=settings`)).toEqual([entry])
    })
  })
})
