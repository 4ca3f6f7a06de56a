import pg from 'pg'

/**
 * A connection whose errors never end the process. Whoever uses it hears of them, since each of its
 * statements fails; but the pool listens to idle connections alone, and the server may cut one while
 * it is made or handed over. A listener that is there from the beginning leaves no such moment. (The
 * driver takes a class here and nothing else.)
 */
export class SafeClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}
