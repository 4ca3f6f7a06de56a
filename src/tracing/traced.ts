import type { Commit } from '../db/group-commit.ts'
import type { Span } from '../span.ts'
import type { StoreClient } from '../store-api/order-query.ts'
import type { PostSigned } from '../webhooks/post-signed.ts'
import type { LicenseStore } from '../store-api/upload-license.ts'

/** Commits as spans. */
export function tracedCommit(commit: Commit, span: Span): Commit {
  return (work) => span('commit', () => commit(work))
}

/** Order queries as spans that tell the order and what came of it. */
export function tracedOrders({ queryOrder }: StoreClient, span: Span): StoreClient {
  return {
    queryOrder: (query, signal) =>
      span('order query', async (tell) => {
        const answer = await queryOrder(query, signal)
        tell(() => ({
          'koogate.order_id': query.orderId,
          'koogate.result': answer.ok ? 'ok' : answer.code,
        }))
        return answer
      }),
  }
}

/** Uploads of licenses as spans. */
export function tracedLicenses({ uploadLicense }: LicenseStore, span: Span): LicenseStore {
  return {
    uploadLicense: (upload, signal) => span('license upload', () => uploadLicense(upload, signal)),
  }
}

/** What is sent to the seller's program, an ask or an event, as spans that tell its id and the status. */
export function tracedPosts(post: PostSigned, span: Span): PostSigned {
  const traced = (request: Parameters<PostSigned>[0]) =>
    span('delivery', async (tell) => {
      tell(() => ({ 'koogate.webhook_id': request.id }))
      const answer = await post(request)
      tell(() => ({ 'http.response.status_code': answer.status }))
      return answer
    })
  return Object.assign(traced, { close: () => post.close() })
}
