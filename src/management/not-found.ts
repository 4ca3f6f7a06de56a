import { Problem } from './problem.ts'

// The 404 of each thing that a path names.

export const unknownInstance = (instanceId: string) =>
  new Problem(404, `There is no instance ${instanceId}.`)

export const unknownLicense = (licenseId: string) =>
  new Problem(404, `There is no license ${licenseId}.`)

export const unknownTenant = (tenantId: string) =>
  new Problem(404, `There is no tenant ${tenantId}.`)

export const unknownAlarm = (id: string) => new Problem(404, `There is no alarm ${id}.`)

export const unknownEvent = (id: string) => new Problem(404, `There is no event ${id}.`)

export const unknownUsageWindow = (meteringSn: string) =>
  new Problem(404, `There is no usage record ${meteringSn}.`)

export const unknownToken = (tokenId: string) => new Problem(404, `There is no token ${tokenId}.`)

export const unknownSite = (site: string) => new Problem(404, `There is no site ${site}.`)

export const unknownOrder = (id: string) => new Problem(404, `There is no order ${id}.`)

export const unknownOutboundCall = (id: string) =>
  new Problem(404, `There is no call ${id} to the store.`)

export const unknownMessage = (id: string) => new Problem(404, `There is no message ${id}.`)

export const unknownMessageRerun = (id: string) => new Problem(404, `There is no re-run ${id}.`)

export const unknownWebhookEndpoint = (id: string) =>
  new Problem(404, `There is no webhook endpoint ${id}.`)

export const unknownWebhookAttempt = (id: string) => new Problem(404, `There is no attempt ${id}.`)

export const unknownReconciliation = (id: string) =>
  new Problem(404, `There is no reconciliation ${id}.`)

export const unknownDrift = (id: string) => new Problem(404, `There is no drift ${id}.`)
