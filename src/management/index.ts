import { getCredential } from './credential.ts'
import { clearAlarm, getAlarm, listAlarms } from './alarms.ts'
import { listAudit } from './audit.ts'
import { getEvent, listEvents, listEventTypes } from './events.ts'
import { putAppInfo } from './app-info.ts'
import type { ManagementHandler, OperationId } from './context.ts'
import { getImport, importInstance, putImport } from './imports.ts'
import { findById } from './find.ts'
import { listInstanceTimeline } from './instance-timeline.ts'
import { getInstance, listInstances } from './instances.ts'
import { putLicenseContent } from './license-content.ts'
import { getLicense, listLicenses } from './licenses.ts'
import { activateLicenseCodes, checkLicenseCode } from './license-codes.ts'
import { listKitPublicKeys } from './kit-public-keys.ts'
import { listKeys } from './keys.ts'
import { putMetadata } from './metadata.ts'
import { getOutboundCall, listOutboundCalls } from './outbound-calls.ts'
import {
  cancelMessageRerun,
  createMessageReruns,
  getMessageRerun,
  listMessageReruns,
  listRerunMessages,
} from './message-reruns.ts'
import { getMessage, listMessages, rerunMessage } from './messages.ts'
import { listTenantDepartmentTrees } from './tenant-department-tree.ts'
import { listTenantApplications, listTenantDepartments, listTenantUsers } from './tenant-records.ts'
import { getTenant, listTenants } from './tenants.ts'
import { exchangeSsoCode, refreshSsoSession } from './sso.ts'
import { createSession, deleteSession, getSession } from './session.ts'
import { getOverview } from './overview/overview.ts'
import { getSetup } from './setup/setup.ts'
import { getStanding } from './standing.ts'
import { createToken, deleteToken, listTokens } from './tokens.ts'
import { applyDrift, applyDrifts, listDrifts } from './drifts.ts'
import {
  cancelReconciliation,
  createReconciliation,
  getReconciliation,
  listReconciliations,
} from './reconciliations.ts'
import { getOrder, listOrders, refreshOrder } from './orders.ts'
import { noteDelivery } from './note-delivery.ts'
import { reportProvisioningFailed } from './provisioning-failed.ts'
import { reportUsage } from './report-usage.ts'
import { retryUsage, voidUsage } from './usage-actions.ts'
import { getUsageDays } from './usage-days.ts'
import { getUsageSummary } from './usage-summary.ts'
import { getUsageWindow, listUsageWindows, listWaitingUsage } from './usage-windows.ts'
import { reconcileUsageBill } from './usage-bill/reconcile-usage-bill.ts'
import { putUsageInfo } from './usage-info.ts'
import {
  enableWebhookEndpoint,
  pauseWebhookEndpoint,
  rotateWebhookSecret,
  testWebhookEndpoint,
} from './webhook-endpoint-actions.ts'
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  getWebhookEndpoint,
  listWebhookEndpoints,
  putWebhookEndpoint,
} from './webhook-endpoints.ts'
import {
  getWebhookAttempt,
  getWebhookDelivery,
  listWebhookAttempts,
  listWebhookDeliveries,
  listWebhookGivenUp,
} from './webhook-deliveries.ts'
import { createWebhookReplay } from './webhook-replays.ts'

/** The operations of the management contract by operationId; a missing one does not compile. */
export const managementOperations = {
  listInstances,
  getInstance,
  listInstanceTimeline,
  findById,
  importInstance,
  getImport,
  putImport,
  putAppInfo,
  putUsageInfo,
  putMetadata,
  reportProvisioningFailed,
  listOrders,
  getOrder,
  refreshOrder,
  noteDelivery,
  listReconciliations,
  createReconciliation,
  getReconciliation,
  cancelReconciliation,
  listDrifts,
  applyDrift,
  applyDrifts,
  reconcileUsageBill,
  listLicenses,
  getLicense,
  putLicenseContent,
  activateLicenseCodes,
  checkLicenseCode,
  listMessages,
  getMessage,
  rerunMessage,
  listMessageReruns,
  createMessageReruns,
  getMessageRerun,
  cancelMessageRerun,
  listRerunMessages,
  listOutboundCalls,
  getOutboundCall,
  listAlarms,
  getAlarm,
  clearAlarm,
  getOverview,
  getSetup,
  getStanding,
  listEvents,
  getEvent,
  listEventTypes,
  listKeys,
  listTenants,
  getTenant,
  listTenantApplications,
  listTenantUsers,
  listTenantDepartments,
  listTenantDepartmentTrees,
  listKitPublicKeys,
  getCredential,
  exchangeSsoCode,
  refreshSsoSession,
  createSession,
  getSession,
  deleteSession,
  listTokens,
  createToken,
  deleteToken,
  listAudit,
  reportUsage,
  listUsageWindows,
  getUsageWindow,
  listWaitingUsage,
  getUsageDays,
  getUsageSummary,
  retryUsage,
  voidUsage,
  listWebhookEndpoints,
  getWebhookEndpoint,
  createWebhookEndpoint,
  putWebhookEndpoint,
  deleteWebhookEndpoint,
  testWebhookEndpoint,
  enableWebhookEndpoint,
  pauseWebhookEndpoint,
  rotateWebhookSecret,
  listWebhookDeliveries,
  getWebhookDelivery,
  listWebhookAttempts,
  getWebhookAttempt,
  listWebhookGivenUp,
  createWebhookReplay,
} satisfies { [Id in OperationId]: ManagementHandler<Id> }
