import { Listr } from 'listr2'
import type { ConformOptions } from '../../conform/conform.ts'
import type { Output } from '../output.ts'

type OnJudged = NonNullable<ConformOptions['onJudged']>

/**
 * Runs what judges, and shows on standard error how far it is where somebody looks on; nothing is
 * shown anywhere else.
 */
export async function withProgress<Result>(
  { isWatched, say }: Output,
  run: (onJudged: OnJudged) => Promise<Result>,
): Promise<Result> {
  if (!isWatched) return run(() => undefined)
  const title = say({ en: 'Judging', zh: '正在检验' })
  const { promise, resolve } = Promise.withResolvers<Result>()
  const tasks = new Listr(
    {
      title,
      async task(_context, task) {
        let done = 0
        const onJudged: OnJudged = ({ rule, generation }, count) => {
          done += 1
          task.title = `${title} ${done}/${count}  ${rule.id} ${generation}`
        }
        resolve(await run(onJudged))
      },
    },
    { rendererOptions: { clearOutput: true }, registerSignalListeners: false },
  )
  await tasks.run()
  return promise
}
