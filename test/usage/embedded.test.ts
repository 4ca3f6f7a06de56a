import { afterAll, beforeAll, expect, test } from 'vitest'
import { outcomesOf, recordOf, report, windowsOf } from './reported.ts'
import { type UsageScene, openUsageScene } from './scene.ts'

let scene: UsageScene
beforeAll(async () => {
  scene = await openUsageScene({ database: 'embedded' })
})
afterAll(() => scene.stop())

test('the embedded database takes usage, late usage too, and has it pushed', async () => {
  const id = await scene.bought()
  const record = recordOf(id, { value: '1.5' })
  expect(outcomesOf(await report(scene.service, [record, record]))).toEqual([
    'accepted',
    'repeated',
  ])
  scene.pass(120_000)
  expect(await scene.settled(id)).toMatchObject([{ state: 'taken', value: '1.5' }])
  expect(outcomesOf(await report(scene.service, [recordOf(id)]))).toEqual(['accepted shifted'])
  const [, late] = (await windowsOf(scene.service, id)).toSorted((one, other) =>
    one.createdAt < other.createdAt ? -1 : 1,
  )
  expect(late?.shiftedFrom).toMatchObject({ endTime: '2026-11-20T11:00:00.000Z' })
})
