import { z } from 'zod'

const encoded =
  'cannot be read as a URL: # / ? @ : and % in a user or password are written %23 %2F %3F %40 %3A and %25'

/** The URL of a Postgres server, as node-postgres takes it. */
export const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, {
    error: 'is not a URL that begins with postgres:// or postgresql://',
    abort: true,
  })
  .refine((text) => !hostsIn(text).includes(','), {
    error:
      'names several hosts, and the driver takes one: give it a name that leads to the primary',
    abort: true,
  })
  .refine(isReadable, { error: encoded })
  .transform(withKnownMode)

function hostsIn(text: string): string {
  const [, authority = ''] = /^\w+:\/\/([^/?]*)/.exec(text) ?? []
  return authority.slice(authority.lastIndexOf('@') + 1)
}

// A user without a host (`user@/database?host=/folder`) is no URL in general, but one of Postgres.
function isReadable(text: string): boolean {
  const url = URL.parse(text.replace('@/', '@localhost/'))
  if (url === null || url.hash !== '') return false
  try {
    decodeURIComponent(url.username + url.password)
    return true
  } catch {
    return false
  }
}

// The driver verifies the server's certificate in these modes too, and says so at length on standard
// error.
function withKnownMode(text: string): string {
  if (text.includes('uselibpqcompat=true')) return text
  return text.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/, '$1verify-full')
}
