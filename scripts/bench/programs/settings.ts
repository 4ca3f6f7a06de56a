/** What the bench hands to each of its programs. */
export const settings = {
  databaseUrl: process.env['DATABASE_URL'] ?? '',
  key: process.env['BENCH_KEY'] ?? '',
  secret: process.env['BENCH_SECRET'] ?? '',
  port: Number(process.env['PORT'] ?? 0),
  host: '127.0.0.1',
}

/** The body of a purchase, which none of the programs validates. */
export interface Purchase {
  readonly businessId: string
  readonly orderId: string
  readonly orderLineId: string
}

/** The answers that need no instance. */
export const refused = { resultCode: '000001', resultMsg: 'signature does not match' }
export const failed = { resultCode: '000005', resultMsg: 'failed' }

/** The answer to a purchase. */
export function sold(instanceId: string) {
  return { resultCode: '000000', resultMsg: 'success.', instanceId }
}
