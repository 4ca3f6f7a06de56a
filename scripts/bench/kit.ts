import { randomBytes, randomUUID } from 'node:crypto'
import { signKitV2 } from '../../src/crypto/kit-v2-signature.ts'
import { compactSorted } from '../../src/crypto/v2-query-signature.ts'
import type { Program } from './program.ts'

type Members = Readonly<Record<string, unknown>>

/** How long the largest calls of the joint-operation kit take, and what memory stays after them. */
export interface KitMeasure {
  /** The first full list of 50,000 departments of a tenant, and a second one with other names. */
  readonly allOrgSyncMs: number
  readonly allOrgSyncAgainMs: number
  /** 500 users, the median of several calls. */
  readonly authSyncMs: number
  readonly residentMb: number
}

const departments = 50_000
const users = 500
const rounds = 9

/** Measures a service that knows the kit key; each call is checked for its success. */
export async function measureKit(program: Program, key: string): Promise<KitMeasure> {
  const call = (activity: string, members: Members) => timed(program, key, { activity, members })
  await call('authSync', userList(randomUUID()))
  const tenantId = randomUUID()
  const allOrgSyncMs = await call('allOrgSync', departmentList(tenantId, 0))
  const allOrgSyncAgainMs = await call('allOrgSync', departmentList(tenantId, 1))
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    times.push(await call('authSync', userList(randomUUID())))
  }
  const authSyncMs = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN
  return { allOrgSyncMs, allOrgSyncAgainMs, authSyncMs, residentMb: program.residentMb() }
}

async function timed(
  { url }: Program,
  key: string,
  { activity, members }: { readonly activity: string; readonly members: Members },
): Promise<number> {
  const payload = compactSorted(members)
  const [nonce, timestamp] = [randomUUID(), String(Date.now())]
  const signature = signKitV2({ key, nonce, timestamp, payload })
  const startedAt = performance.now()
  const response = await fetch(`${url}/main/saas/produceAPI/v2/${activity}`, {
    method: 'POST',
    headers: { 'x-sign': signature, 'x-timestamp': timestamp, 'x-nonce': nonce },
    body: payload,
  })
  const text = await response.text()
  if (!text.includes('"000000"')) throw new Error(`${activity} was answered ${text}`)
  return Math.round(performance.now() - startedAt)
}

// A tree of ten below each, as deep as that goes.
function departmentList(tenantId: string, round: number): Members {
  const orgInfoList = Array.from({ length: departments }, (_none, place) => ({
    orgCode: `D${String(place).padStart(8, '0')}`,
    orgName: `部门${place}-${round}`,
    parentCode: place === 0 ? '' : `D${String(Math.floor((place - 1) / 10)).padStart(8, '0')}`,
  }))
  const timeStamp = `2026041309353953${round}`
  return { tenantId, orgInfoList, testFlag: 0, timeStamp, ...instanceOf(tenantId) }
}

function userList(tenantId: string): Members {
  const userList = Array.from({ length: users }, (_none, place) => ({
    userName: `user${place}-${randomBytes(4).toString('hex')}`,
    name: `用户${place}`,
    orgCode: `D${place}`,
    role: 'user',
    enable: 'true',
    mobile: '15905222222',
    email: `user${place}@example.com`,
    extension: { employeeType: '1', entryDate: '2022-11-9', workPlace: '南京' },
  }))
  const times = { currentSyncTime: '20260413093539534', timeStamp: '20260413093539534' }
  return {
    tenantId,
    appId: 'bench',
    userList,
    flag: 1,
    testFlag: 0,
    ...times,
    ...instanceOf(tenantId),
  }
}

function instanceOf(tenantId: string): { instanceId: string } {
  return { instanceId: `i-${tenantId}` }
}
