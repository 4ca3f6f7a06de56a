import { PostError, type PostFault, type PostSigned } from './post-signed.ts'

/** What a request to the seller's program came to: the class of its status, or why there is none. */
export type PostOutcome =
  | 'delivered'
  | 'redirect'
  | 'client-error'
  | 'server-error'
  | 'defect'
  | PostFault

/** A request that has ended. */
export interface ObservedPost {
  readonly outcome: PostOutcome
  readonly ms: number
}

/** Tells of each request that is posted, an ask or an event, once it has ended. */
export function observedPosts(
  post: PostSigned,
  onPost: (observed: ObservedPost) => void,
): PostSigned {
  const observed = (request: Parameters<PostSigned>[0]) => {
    const begun = performance.now()
    const tell = (outcome: PostOutcome) => onPost({ outcome, ms: performance.now() - begun })
    return post(request).then(
      (answer) => {
        tell(outcomeOf(answer.status))
        return answer
      },
      (error: unknown) => {
        tell(error instanceof PostError ? error.reason : 'defect')
        throw error
      },
    )
  }
  return Object.assign(observed, { close: () => post.close() })
}

function outcomeOf(status: number): PostOutcome {
  if (status >= 500) return 'server-error'
  if (status >= 400) return 'client-error'
  return status >= 200 && status < 300 ? 'delivered' : 'redirect'
}
