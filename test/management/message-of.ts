import { expect } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import type { TestService } from '../harness/service.ts'
import { read } from './client.ts'

/** The one message that a query finds; waits, because some are kept after the answer has left. */
export async function messageOf(
  service: Pick<TestService, 'url'>,
  query: string,
): Promise<ManagementSchemas['Message']> {
  const find = async () => (await read(service, 'MessageList', `/messages?${query}`)).items
  await expect.poll(find).toHaveLength(1)
  const [message] = await find()
  if (message === undefined) throw new Error(`no message for ${query}`)
  return message
}
