import type { Commit } from '../db/group-commit.ts'
import { type Span, noSpan } from '../span.ts'
import type { PostSigned } from '../webhooks/post-signed.ts'

/** Commits as spans. */
export function tracedCommit(commit: Commit, span: Span): Commit {
  return (work) => span('commit', () => commit(work))
}

/** What is sent to the seller's program, an ask or an event, as spans that tell its id and the status. */
export function tracedPosts(post: PostSigned, span: Span): PostSigned {
  if (span === noSpan) return post
  const traced = (request: Parameters<PostSigned>[0]) =>
    span('delivery', async (tell) => {
      tell(() => ({ 'koogate.webhook_id': request.id }))
      const answer = await post(request)
      tell(() => ({ 'http.response.status_code': answer.status }))
      return answer
    })
  return Object.assign(traced, { close: () => post.close() })
}
