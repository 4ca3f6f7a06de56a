import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { keys, startService } from '../contenders.ts'
import type { Program } from '../program.ts'
import { valueLine } from '../report.ts'
import { median } from '../statistics.ts'

type Members = Readonly<Record<string, unknown>>

const departments = 50_000
const users = 500
const rounds = 9

/** How long the largest calls of the joint-operation kit take, and what memory stays after them. */
export async function measureKit(databaseUrl: string): Promise<string[]> {
  const program = await startService(databaseUrl)
  const call = (activity: string, members: Members) => callKit(program, activity, members)
  await call('authSync', userList(randomUUID()))
  const tenantId = randomUUID()
  const first = await call('allOrgSync', departmentList(tenantId, 0))
  const renamed = await call('allOrgSync', departmentList(tenantId, 1))
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    times.push(await call('authSync', userList(randomUUID())))
  }
  const residentMb = program.residentMb()
  await program.stop()
  return [
    valueLine('allOrgSync of 50,000 departments, the first', first, 'ms'),
    valueLine('allOrgSync of 50,000, every one renamed', renamed, 'ms'),
    valueLine('authSync of 500 users', median(times), 'ms'),
    valueLine('resident after the kit', residentMb, 'MB'),
  ]
}

/** Makes a call of the kit in V2, and returns its time; throws unless it succeeds. */
export async function callKit({ url }: Pick<Program, 'url'>, activity: string, members: Members) {
  const payload = JSON.stringify(members)
  const [nonce, timestamp] = [randomUUID(), String(Date.now())]
  const signature = createHmac('sha256', keys.kit)
    .update(keys.kit + nonce + timestamp + payload)
    .digest('hex')
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
  const orgInfoList = Array.from({ length: departments }, (_none, index) => ({
    orgCode: `D${String(index).padStart(8, '0')}`,
    orgName: `部门${index}-${round}`,
    parentCode: index === 0 ? '' : `D${String(Math.floor((index - 1) / 10)).padStart(8, '0')}`,
  }))
  const timeStamp = `2026041309353953${round}`
  return { tenantId, orgInfoList, testFlag: 0, timeStamp, ...instanceOf(tenantId) }
}

/** The members of an authSync: so many users of a tenant. */
export function userList(tenantId: string, length = users): Members {
  const userList = Array.from({ length }, (_none, index) => ({
    userName: `user${index}-${randomBytes(4).toString('hex')}`,
    name: `用户${index}`,
    orgCode: `D${index}`,
    role: 'user',
    enable: 'true',
    mobile: '15905222222',
    email: `user${index}@example.com`,
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
