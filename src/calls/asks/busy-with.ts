import type { Services } from '../services.ts'

/** Does something for an ask, while the worker of this process leaves that ask alone. */
export async function busyWith<Done>(
  id: string,
  { asking }: Pick<Services, 'asking'>,
  work: () => Promise<Done>,
): Promise<Done> {
  asking.add(id)
  try {
    return await work()
  } finally {
    asking.delete(id)
  }
}
