import type { Database } from './database.ts'

class Undone<Result> extends Error {
  readonly result: Result

  constructor(result: Result) {
    super('rolled back')
    this.result = result
  }
}

/**
 * Runs work whose writes nobody else ever sees: all of it is one transaction, which is rolled back
 * whatever it comes to. Rows that it writes are locked until then.
 */
export async function inDryRun<Result>(
  db: Database,
  run: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction().execute(async (transaction): Promise<never> => {
      throw new Undone(await run(transaction))
    })
  } catch (error) {
    if (error instanceof Undone) return (error as Undone<Result>).result
    throw error
  }
}
