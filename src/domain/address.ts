/** The kinds of interface that a key is bound to; V1 is the one key of the older generation. */
export const interfaceTypes = ['basic', 'v1', 'kit', 'license', 'order'] as const
export type InterfaceType = (typeof interfaceTypes)[number]

/** What a product of this address gives its buyers; texts may hold the placeholder `{instanceId}`. */
export interface ProductDefaults {
  readonly provisioning: 'template' | 'webhook' | 'manual'
  readonly frontEndUrl: string
  readonly adminUrl?: string | undefined
  readonly userName?: string | undefined
  readonly memo?: string | undefined
  /** Whom a buyer may ask, as the welcome page says it: an address of mail or of the web, or any text. */
  readonly supportContact?: string | undefined
  /** How V1 fields of answers are encrypted, as chosen at listing: `1` AES-256, `2` AES-128. */
  readonly v1Encryption: '1' | '2'
  /** The text of a license, with placeholders, see ports/licensing.ts; without one a license of A is made by hand. */
  readonly licenseTemplate?: string | undefined
  /** The seller's rule for changeInstanceCheck. */
  readonly changeCheck: 'allow' | 'refuse'
  /** The seller's program that is asked and told; undefined where there is none. */
  readonly webhook: Webhook | undefined
}

/** How usage of the instances of an address reaches the store. */
export interface UsageSettings {
  /** The interface: the new one, or the older one that names products and has no ids. */
  readonly push: 'new' | 'old'
  /** Whether records of one instance, begin and end are summed up; never for tier prices (阶梯). */
  readonly merge: boolean
  /** What becomes of a record whose time is closed: a time of its own, some seconds shorter, or a refusal. */
  readonly late: 'shift' | 'refuse'
}

const usageDefaults: UsageSettings = { push: 'new', merge: true, late: 'shift' }

/** The usage settings of an address; the defaults where it is not configured. */
export function usageSettings(address: Pick<Address, 'usage'> | undefined): UsageSettings {
  return address?.usage ?? usageDefaults
}

/** Where the seller's program is reached, and what signs what is sent there. */
export interface Webhook {
  readonly url: string
  /** `whsec_<base64>`: the current one first; with the others is signed, too, until all is changed over. */
  readonly secrets: readonly string[]
}

/** How users of the buyers sign in at a product (联营账号登录). */
export interface SingleSignOn {
  /** Of the application credential (应用凭证): whose users and client ids these are. */
  readonly appId: string
  /** The unified login page, with the placeholder `{appId}`. */
  readonly loginUrl: string
  /** Where the product takes a user over. */
  readonly returnUrl: string
  /** The origins whose pages may frame the login. */
  readonly frameAncestors: readonly string[]
  /** Whether a login may begin in the workbench, with nothing known of it here. */
  readonly workbench: 'on' | 'off'
}

/** A production address: its name in the path, its keys (the first is current) and its product. */
export interface Address {
  readonly name: string
  /** The seller's account at one site of the store; what was sold belongs to it (scope.ts). */
  readonly site: string
  readonly keys: Readonly<Record<InterfaceType, readonly string[]>>
  readonly product: ProductDefaults
  /** Whether an alarm is raised when its dial tests stay out or fail. */
  readonly dialTestWatch: 'on' | 'off'
  readonly usage?: UsageSettings | undefined
  /**
   * Where products are under service supervision (服务监管), which no call of V1 tells: what a buyer is
   * shown of a purchase that nobody has provisioned yet, with the placeholder `{instanceId}`.
   */
  readonly supervision?: { readonly frontEndUrl: string } | undefined
  /** Undefined where nobody signs in through Koogate. */
  readonly sso?: SingleSignOn | undefined
}
