import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestService, startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { faultyFields, manage, read } from './client.ts'

describe('paging', () => {
  let service: TestService
  const bought: string[] = []
  beforeAll(async () => {
    service = await startService()
    for (let i = 0; i < 120; i++) bought.push(await buy(service))
  })
  afterAll(() => service.stop())

  const page = (query: string) => read(service, 'InstanceList', `/instances?${query}`)

  it('gives each of 120 instances once, newest first, 50 a page', async () => {
    const [first, second, third] = await pages(50)
    expect([first?.length, second?.length, third?.length]).toEqual([50, 50, 20])
    const ids = [first, second, third].flat()
    expect(new Set(ids)).toEqual(new Set(bought))
  })

  it('goes from the newest to the oldest', async () => {
    const { items } = await page('limit=200')
    const times = items.map(({ createdAt }) => createdAt)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('gives 50 without a limit, and up to 200 with one', async () => {
    expect((await page('')).items).toHaveLength(50)
    const all = await page('limit=200')
    expect(all.items).toHaveLength(120)
    expect(all.nextCursor).toBeNull()
  })

  it.each(['1e2', '0x64', '100.0', '%20100', '+100'])(
    'takes no limit that is written %s',
    async (limit) => {
      const answer = await manage(service, `/instances?limit=${limit}`)
      expect(answer.status).toBe(400)
      expect(faultyFields(answer)).toEqual(['limit'])
    },
  )

  it('ends without a cursor when the last page is full', async () => {
    expect((await pages(40)).map((ids) => ids.length)).toEqual([40, 40, 40])
  })

  it('tells apart instances of the same millisecond', async () => {
    await service.db.updateTable('sold_instances').set({ created_at: new Date() }).execute()
    expect(new Set((await pages(7)).flat())).toEqual(new Set(bought))
  })

  it('shows nothing twice when something new comes between two pages', async () => {
    const first = await page('limit=100')
    const extra = await buy(service)
    const second = await page(`limit=100&cursor=${first.nextCursor ?? ''}`)
    expect(second.items).toHaveLength(20)
    const ids = [...first.items, ...second.items].map(({ instanceId }) => instanceId)
    await service.db.deleteFrom('sold_instances').where('instance_id', '=', extra).execute()
    expect(new Set(ids)).toEqual(new Set(bought))
  })

  it.each([
    ['any text', 'nonsense'],
    ['another list’s', () => cursorOf('messages 2026-11-18T10:19:31.000Z 1')],
    ['one without an id', () => cursorOf('instances 2026-11-18T10:19:31.000Z ')],
    ['one with another time', () => cursorOf('instances 0000-00-00T00:00:00.000Z 1')],
    [
      'one with a year that no database has',
      () => cursorOf('instances 0000-01-01T00:00:00.000Z 1'),
    ],
    ['one with a NUL', () => cursorOf('instances 2026-11-18T10:19:31.000Z \0')],
    ['one with more behind it', () => `${cursorOf('instances 2026-11-18T10:19:31.000Z 1')}!`],
    ['a JSON one', () => cursorOf('{"at":"2026-11-18T07:30:00Z"}')],
  ])('refuses a cursor that it did not give: %s', async (_case, cursor) => {
    const text = typeof cursor === 'string' ? cursor : cursor()
    const answer = await manage(service, `/instances?cursor=${encodeURIComponent(text)}`)
    expect(faultyFields(answer)).toEqual(['cursor'])
  })

  async function pages(limit: number): Promise<string[][]> {
    const read: string[][] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const { items, nextCursor } = await page(`limit=${limit}${after}`)
      read.push(items.map(({ instanceId }) => instanceId))
      cursor = nextCursor
    }
    return read
  }
})

function cursorOf(text: string): string {
  return Buffer.from(text).toString('base64url')
}
