import type { Environment } from './environment.ts'

/** How the world reaches Koogate, without a slash at the end. */
export function publicUrlOf({ PUBLIC_URL, PORT }: Environment): string {
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '')
}

/** Whether nobody has said so where it has to be said. */
export function isReachUnknown({ NODE_ENV, PUBLIC_URL }: Environment): boolean {
  return NODE_ENV === 'production' && PUBLIC_URL === undefined
}

/** Koogate's page for buyers; `{instanceId}` is filled in. */
export function welcomeUrlAt(publicUrl: string): string {
  return `${publicUrl}/welcome/{instanceId}`
}

/** Koogate's own page as buyers reach it; undefined in production where nobody said how. */
export function welcomeUrlOf(settings: Environment, publicUrl: string): string | undefined {
  return isReachUnknown(settings) ? undefined : welcomeUrlAt(publicUrl)
}
