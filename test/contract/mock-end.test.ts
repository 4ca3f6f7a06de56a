import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startNode } from '../../scripts/shared/child-process.ts'
import { until } from '../harness/until.ts'

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('koogate-mock-'))

test.each([600, 1_200])(
  'a mock that is ended %i ms after its start leaves nothing behind',
  async (afterMs) => {
    const before = new Set(folders())
    const mock = startNode(['scripts/mock.ts'])
    await wait(afterMs)
    await mock.stop()
    await until(
      () => Promise.resolve(folders().filter((name) => !before.has(name))),
      (left) => left.length === 0,
    )
    // Its Prisms hold its streams open as long as they live: that it has ended says that they have.
    expect(mock.isRunning()).toBe(false)
  },
)
