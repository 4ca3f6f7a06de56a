import { randomBytes } from 'node:crypto'

/** An account (联营账号) of an enterprise. */
export interface SimulatedUser {
  readonly tenantId: string
  readonly userName: string
  readonly name: string
  readonly role?: 'user' | 'admin'
  readonly organizationCode?: string
}

/** An application as one enterprise is bound to it: what applicationSync brings the seller. */
export interface SimulatedClient {
  readonly tenantId: string
  readonly appId: string
  readonly clientId: string
  readonly clientSecret: string
  /** The registered callback address (回调地址). */
  readonly callback: string
}

/** A failure to play at an endpoint. */
export type AuthFault = 'hang' | 'reset' | 'html' | 'long' | 'redirect' | 400 | 403 | 500 | 600
export type AuthEndpoint = 'token' | 'userinfo' | 'cas'

/** In what auth centres differ, by the documents and by what was seen. */
export interface Oddities {
  /** `expires_in` as text, as OneAccess has it. */
  secondsAsText: boolean
  /** One sample lacks the refresh token. */
  refreshToken: boolean
  /** One sample of userinfo lacks the tenant; a text is told in its place. */
  tenantInUserInfo: boolean | string
  accessSeconds: number
  /** What `expires_in` says, where it is not how long the token lives. */
  toldSeconds?: number | undefined
  codeLifeMs: number
  /** Members that are not there come as null. */
  nulls: boolean
}

/** A code or a ticket: for whom, for which client or service, until when. */
export interface Pass {
  readonly user: SimulatedUser
  readonly clientId: string
  /** The address it was made for; of a code that began elsewhere none was named. */
  readonly target: string | undefined
  readonly endsAt: number
}

/** A request to one of the endpoints that a server asks. */
export interface AuthCall {
  readonly endpoint: AuthEndpoint
  readonly clientId: string | undefined
  readonly answer: string
}

/** Who is there, and which applications: read anew each time. */
export interface Directory {
  readonly users: () => readonly SimulatedUser[]
  readonly clients: () => readonly SimulatedClient[]
}

/** Everything that an auth centre knows. */
export interface AuthState {
  readonly users: readonly SimulatedUser[]
  readonly clients: readonly SimulatedClient[]
  readonly codes: Map<string, Pass>
  readonly tickets: Map<string, Pass>
  readonly accessTokens: Map<string, Pass>
  readonly refreshTokens: Map<string, Pass>
  /** Who is signed in, by the cookie of the browser. */
  readonly browsers: Map<string, SimulatedUser>
  readonly faults: Map<AuthEndpoint, AuthFault[]>
  readonly calls: AuthCall[]
  readonly oddities: Oddities
  readonly now: () => number
}

/** The state of an auth centre in which nobody is signed in. */
export function newAuthState(now: () => number, directory: Directory): AuthState {
  return {
    get users() {
      return directory.users()
    },
    get clients() {
      return directory.clients()
    },
    codes: new Map(),
    tickets: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    browsers: new Map(),
    faults: new Map(),
    calls: [],
    oddities: {
      secondsAsText: false,
      refreshToken: true,
      tenantInUserInfo: true,
      accessSeconds: 7200,
      codeLifeMs: 60_000,
      nulls: false,
    },
    now,
  }
}

/** Makes what names a pass, and keeps it. */
export function issue(passes: Map<string, Pass>, pass: Pass, prefix = ''): string {
  const name = prefix + randomBytes(16).toString('hex')
  passes.set(name, pass)
  return name
}

/** Takes a pass, which is good once; undefined for one that is not there, or too old. */
export function take(
  passes: Map<string, Pass>,
  name: string,
  { now }: Pick<AuthState, 'now'>,
): Pass | undefined {
  const pass = passes.get(name)
  passes.delete(name)
  return pass !== undefined && pass.endsAt > now() ? pass : undefined
}

/** The client of a user's enterprise for an application: of several the one that was bound first. */
export function clientFor(
  { clients }: AuthState,
  user: SimulatedUser,
  appId: string,
): SimulatedClient | undefined {
  return clients.find((one) => one.appId === appId && one.tenantId === user.tenantId)
}
