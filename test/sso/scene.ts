import { createPublicKey } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Logger } from 'pino'
import { stringify } from 'yaml'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { encryptClientSecret } from '../../src/crypto/client-secret.ts'
import {
  type StartedAuthCentre,
  startAuthCentre,
} from '../../src/simulator/auth-centre/auth-centre.ts'
import type { SimulatedUser } from '../../src/simulator/auth-centre/state.ts'
import { freePort } from '../../scripts/shared/child-process.ts'
import { pems, privateKeys } from '../crypto/private-keys.ts'
import {
  type KitActivity,
  applicationOf,
  kitCall,
  kitTime,
  tenantOf,
  userOf,
  usersOf,
} from '../harness/kit-call.ts'
import { type ManagementAnswer, manage } from '../harness/management.ts'
import {
  type ServiceOptions,
  type TestService,
  keys,
  newId,
  startService,
} from '../harness/service.ts'
import { product } from './browser.ts'

export const appId = 'KSIDJF1234456'
/** The one that the store encrypts with. */
export const publicKey = createPublicKey(privateKeys.current)

/** A service whose users sign in at a simulated auth centre, on a clock that can be moved. */
export interface Scene {
  readonly service: TestService
  readonly centre: StartedAuthCentre
  readonly clock: { offsetMs: number }
  /** A page of an address: `/login?tenant=…`. */
  readonly page: (path: string, address?: string) => string
  readonly stop: () => Promise<void>
}

export interface SceneOptions {
  /** The addresses, given how users sign in at each of them; three kinds of them by default. */
  readonly addresses?: (sso: object) => Readonly<Record<string, object>>
  readonly returnUrl?: string
  readonly database?: ServiceOptions['database']
  readonly log?: Logger
}

const framed = { ssoFrameAncestors: 'https://workbench.example.com', ssoWorkbench: 'on' }
const kinds = (sso: object) => ({ main: { ...sso, ...framed }, plain: sso, off: {} })

/** By default `main` lets frames and the workbench in, `plain` does not; nobody signs in at `off`. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const { addresses = kinds, returnUrl = product, database = 'server', log } = options
  const clock = { offsetMs: 0 }
  const now = () => new Date(Date.now() + clock.offsetMs)
  const centre = await startAuthCentre({ now })
  const folder = mkdtempSync(join(tmpdir(), 'koogate-sso-'))
  const keyFile = join(folder, 'kit.pem')
  writeFileSync(keyFile, pems.current)
  const { basic: basicKey, v1: v1Key, kit: kitKey } = keys
  const common = { basicKey, v1Key, kitKey, kitPrivateKeyFile: keyFile }
  const sso = { ssoAppId: appId, ssoReturn: returnUrl, ssoLoginUrl: centre.loginUrl }
  const all = Object.entries(addresses(sso)).map(([name, own]) => [name, { ...common, ...own }])
  const file = join(folder, 'addresses.yaml')
  writeFileSync(file, stringify({ addresses: Object.fromEntries(all) as object }))
  const port = await freePort()
  const service = await startService({
    settings: {
      PORT: String(port),
      KOOGATE_PUBLIC_URL: `http://127.0.0.1:${port}`,
      KOOGATE_CONFIG_FILE: file,
    },
    ports: { now },
    database,
    limits: { authCentreWithinMs: 2_000 },
    ...(log && { log }),
  })
  return {
    service,
    centre,
    clock,
    page: (path, address = 'main') => `http://127.0.0.1:${port}/sso/${address}${path}`,
    async stop() {
      await service.stop()
      await centre.close()
    },
  }
}

/** An enterprise that is bound to the application, with one user. */
export interface Enterprise {
  readonly tenantId: string
  readonly instanceId: string
  readonly user: SimulatedUser
  readonly clientId: string
}

export interface EnterpriseOptions {
  readonly test?: boolean
  readonly address?: string
  readonly tenantId?: string
  readonly instanceId?: string
  /** What applicationSync brings, where that is not what the auth centre knows. */
  readonly secret?: string
  readonly domainName?: string
  /** Of another application. */
  readonly application?: string
  /** `seconds` after a fixed time. */
  readonly at?: number
}

/** Binds an enterprise at the auth centre and at Koogate, as the store does. */
export async function bind(scene: Scene, options: EnterpriseOptions = {}): Promise<Enterprise> {
  const { centre, page } = scene
  const { test = false, address = 'main', at = 0 } = options
  const tenantId = options.tenantId ?? newId('tenant')
  const instanceId = options.instanceId ?? (test ? '' : newId('instance'))
  const user = {
    tenantId,
    userName: 'zhangsan',
    name: '张三',
    role: 'user',
    organizationCode: '10000',
  } as const
  const client = { tenantId, appId, clientId: newId('client'), clientSecret: newId('secret') }
  centre.addUser(user)
  centre.addClient({ ...client, callback: page('/callback', address) })
  const { domainName = centre.url, secret = client.clientSecret } = options
  const common = { testFlag: test ? 1 : 0, timeStamp: kitTime(at) }
  const binding = { tenantId, instanceId }
  await sync(scene, 'tenantSync', tenantOf(binding, { domainName, ...common }), address)
  const encrypted = encryptClientSecret(secret, publicKey)
  const application = {
    clientId: client.clientId,
    appId: options.application ?? appId,
    ...common,
  }
  await sync(scene, 'applicationSync', applicationOf(binding, encrypted, application), address)
  return { tenantId, instanceId, user, clientId: client.clientId }
}

/** Grants the application to the user of an enterprise, or what `more` says. */
export async function grant(
  scene: Scene,
  { tenantId, instanceId, user }: Enterprise,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { enable = 'true', ...members } = more
  const list = [userOf(user.userName, { enable })]
  await sync(scene, 'authSync', usersOf({ tenantId, instanceId }, list, { appId, ...members }))
}

/** A call of the kit in V1, whose clock is nobody's. */
export async function sync(
  { service }: Scene,
  activity: KitActivity,
  members: Readonly<Record<string, unknown>>,
  address = 'main',
): Promise<void> {
  const { userList, ...rest } = members
  const list = userList === undefined ? {} : { userList: JSON.stringify(userList) }
  const answer = await kitCall(
    service,
    activity,
    { ...rest, ...list },
    { generation: 'V1', address },
  )
  expect(answer.body['resultCode'], answer.text).toBe('000000')
}

type SignOn = ManagementSchemas['SsoSignOn']

/** Exchanges the code that the product was opened with. */
export async function exchange({ service }: Scene, url: URL, jwt = false): Promise<SignOn> {
  const answer = await tryExchange(service, url.searchParams.get('code') ?? '', jwt)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as SignOn
}

export function tryExchange(
  service: TestService,
  code: string,
  jwt = false,
): Promise<ManagementAnswer> {
  return manage(service, '/sso/exchange', { method: 'POST', body: { code, jwt } })
}

/** Reports that the user of a session is active. */
export function touch({ service }: Scene, sessionId: string): Promise<ManagementAnswer> {
  return manage(service, `/sso/sessions/${sessionId}/refresh`, { method: 'POST' })
}
