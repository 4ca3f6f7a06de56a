import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { longestDeadlineMs } from '../calls/deadline.ts'
import type { Limits } from '../limits.ts'

/** The orderly end of a server. */
export interface Closing {
  /** From then on the service is not ready, and no answer leaves its connection open. */
  readonly isBegun: () => boolean
  /** Sees from now on what is under way at a server. */
  readonly watch: (server: Server) => void
  /** Ends a server that is watched, once what is under way is answered. */
  readonly close: (server: Server) => Promise<void>
}

const idleEveryMs = 50

/**
 * Prepares the end of a server. Readiness is denied first, while calls are still taken: who reuses a
 * connection, or has not seen yet that this replica goes, is answered and told to come over another
 * connection. Then nobody is let in any more, and what is under way has the time that an answer may
 * take; a request that has not come whole soon is given up.
 */
export function createClosing(limits: Limits): Closing {
  const connections = new Map<Socket, ServerResponse | undefined>()
  let isBegun = false

  function endAfterAnswers(): void {
    for (const response of connections.values()) {
      if (response?.headersSent === false) response.shouldKeepAlive = false
    }
  }

  function cutIncomplete(): void {
    for (const [socket, response] of connections) {
      if (response?.req.complete !== true) socket.destroy()
    }
  }

  return {
    isBegun: () => isBegun,
    watch(server) {
      server.on('connection', (socket: Socket) => {
        connections.set(socket, undefined)
        socket.once('close', () => connections.delete(socket))
      })
      server.prependListener('request', ({ socket }, response) => {
        connections.set(socket, response)
        if (isBegun) response.shouldKeepAlive = false
      })
    },
    async close(server) {
      isBegun = true
      endAfterAnswers()
      if (connections.size > 0) await wait(limits.drainMs)
      // What the kernel has taken in and nobody here yet is reset by a close: this is the moment after
      // which least waits there.
      await nextTurn()
      // Node closes those that are idle now; one that is answered later would stay open.
      const idle = setInterval(() => server.closeIdleConnections(), idleEveryMs)
      const incomplete = setTimeout(cutIncomplete, limits.lastRequestsMs)
      const cut = setTimeout(() => server.closeAllConnections(), lastAnswersMs(limits))
      await new Promise((resolve) => server.close(resolve))
      clearInterval(idle)
      clearTimeout(incomplete)
      clearTimeout(cut)
    },
  }
}

function lastAnswersMs(limits: Limits): number {
  return Math.max(limits.lastAnswersMs, longestDeadlineMs(limits))
}
