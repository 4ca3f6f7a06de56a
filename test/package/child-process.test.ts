import { expect, test } from 'vitest'
import { startNode } from '../../scripts/shared/child-process.ts'

// Two writes a moment apart: mostly two reads.
const program = `
  process.stdout.write('one\\ntw')
  setTimeout(() => process.stdout.end('o\\n\\nthree'), 100)`

test('a program that is started hands on its lines whole, however they come', async () => {
  const lines: string[] = []
  const started = startNode(['-e', program], { onLine: (line) => lines.push(line) })
  await started.ended
  await expect.poll(() => lines).toEqual(['one', 'two', '', 'three'])
})
