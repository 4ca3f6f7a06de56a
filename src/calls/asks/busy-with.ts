import type { Services } from '../services.ts'

/**
 * Does something for an ask, while the worker of this process leaves that ask alone; until the last one
 * has ended where several do.
 */
export async function busyWith<Done>(
  id: string,
  { asking }: Pick<Services, 'asking'>,
  work: () => Promise<Done>,
): Promise<Done> {
  asking.set(id, (asking.get(id) ?? 0) + 1)
  try {
    return await work()
  } finally {
    const others = (asking.get(id) ?? 1) - 1
    if (others === 0) asking.delete(id)
    else asking.set(id, others)
  }
}
