import { type Program, startProgram } from './program.ts'
import { processorOf } from './processor.ts'
import type { Arrival } from './receiver.ts'

/** As many requests as the service has under way to one endpoint. */
const atOnce = 64

/** The bare program that deliveries are measured against: it signs and posts, and nothing else. */
export interface Poster {
  readonly program: Program
  /** Posts all of them; returns the processor time of one of them in microseconds. */
  post(posts: readonly Pick<Arrival, 'id' | 'body'>[]): Promise<number>
}

/** Starts it; `to` says where it posts to, and the secret with which it signs. */
export async function startPoster(to: {
  readonly url: string
  readonly secret: string
}): Promise<Poster> {
  const program = await startProgram(['scripts/bench/programs/poster.ts'], {})
  return {
    program,
    async post(posts) {
      const before = processorOf(program.pid)
      const body = JSON.stringify({ ...to, atOnce, posts })
      await fetch(program.url, { method: 'POST', body })
      return (processorOf(program.pid) - before) / posts.length
    },
  }
}
