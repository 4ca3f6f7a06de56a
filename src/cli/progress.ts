import { DefaultRenderer, Listr, ListrLogger, ProcessOutput } from 'listr2'
import type { Context } from './context.ts'

/** Tells how far a work is, in a line. */
export type Tell = (text: string) => void

/** Does a work, and shows on standard error how far it is, where somebody looks on. */
export async function withProgress<Result>(
  title: string,
  work: (tell: Tell) => Promise<Result>,
  { output, stderr }: Pick<Context, 'output' | 'stderr'>,
): Promise<Result> {
  if (!output.isWatched) return work(() => undefined)
  // Whether there is a terminal was looked at above, on the stream that is written to.
  DefaultRenderer.nonTTY = true
  const stream = stderr as NodeJS.WriteStream
  const logger = new ListrLogger({ processOutput: new ProcessOutput(stream, stream) })
  let result: Result | undefined
  const list = new Listr(
    [
      {
        title,
        async task(_context, task) {
          result = await work((text) => (task.output = text))
        },
      },
    ],
    { rendererOptions: { logger, clearOutput: true }, registerSignalListeners: false },
  )
  await list.run()
  return result as Result
}
