import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Makes a queue whose members are written in groups: those that come in one turn of the event loop, and
 * those that come while groups are on their way, at most `mostFlights` of them. Who is alone waits for
 * nothing. `write` takes its group out of the queue, which may be empty by then, tells each member what
 * became of it, and never rejects.
 */
export function createGroupQueue<Waiting>(
  write: (queue: Waiting[]) => Promise<void>,
  mostFlights = 1,
): (waiting: Waiting) => void {
  const queue: Waiting[] = []
  let flights = 0

  async function writeQueue(): Promise<void> {
    flights += 1
    while (queue.length > 0) {
      // Whatever else was received by now comes along.
      await nextTurn()
      await write(queue)
    }
    flights -= 1
  }

  return (waiting) => {
    queue.push(waiting)
    if (flights < mostFlights) void writeQueue()
  }
}
