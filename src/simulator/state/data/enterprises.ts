/** A department of an enterprise. */
export interface Department {
  readonly orgCode: string
  readonly orgName: string
  readonly parentCode: string
}

/** An account of an enterprise. */
export interface EnterpriseUser {
  readonly userName: string
  readonly name: string
  readonly role: 'user' | 'admin'
  readonly orgCode?: string
}

/** An enterprise with its organisation, as joint operation tells it to sellers. */
export interface Enterprise {
  readonly tenantId: string
  readonly tenantCode: string
  readonly name: string
  readonly domainName: string
  readonly departments: Department[]
  readonly users: EnterpriseUser[]
  /** By instance. */
  readonly bindings: Record<string, Binding>
}

/** An enterprise bound to an instance: its client of the application, and who may use it. */
export interface Binding {
  readonly clientId: string
  readonly clientSecret: string
  state: 'binding' | 'bound' | 'failed' | 'unbound'
  readonly granted: string[]
}
