import type { ManagementSchemas } from '../../contract/index.ts'
import type { Ask, AskKind } from '../../domain/ask/ask.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import type { License } from '../../domain/license/license.ts'
import { viewAsked, viewPlan } from './ask-view.ts'

/** The name of an ask on the wire. */
export const askTypes = {
  provision: 'provision.requested',
  'make-license': 'license.requested',
  'apply-change': 'change.requested',
} as const satisfies Record<AskKind, string>

/** What an ask is about, as it is now. */
export interface AskSubjects {
  readonly instance: Instance
  /** Of one that is for a license. */
  readonly license: License | undefined
}

type Schemas = ManagementSchemas
type AskBody = Schemas['ProvisionRequested' | 'LicenseRequested' | 'ChangeRequested']

/** What the product is sent for an ask. Throws where it is about something that is not there. */
export function askBody(ask: Ask, { instance, license }: AskSubjects): AskBody {
  const timestamp = ask.createdAt.toISOString()
  const asked = { ...viewAsked(instance), ...attemptOf(ask) }
  switch (ask.kind) {
    case 'provision':
      return { type: askTypes.provision, timestamp, data: asked }
    case 'make-license':
      return {
        type: askTypes['make-license'],
        timestamp,
        data: { ...asked, ...licenseOf(ask, license) },
      }
    case 'apply-change':
      return { type: askTypes['apply-change'], timestamp, data: { ...asked, ...changeOf(ask) } }
  }
}

function attemptOf({ attempt, deadline }: Ask): Schemas['AskAttempt'] {
  return { attempt, deadline: deadline?.toISOString() ?? null }
}

function licenseOf({ subject }: Ask, license: License | undefined): Schemas['AskedLicense'] {
  if (license === undefined) throw new Error(`license ${subject} is asked for and is not there`)
  const { licenseId, family, eventId, madeFor, effectiveTime, expireTime } = license
  return {
    licenseId,
    eventId,
    deviceFingerprint: family === 'license-a' ? madeFor : null,
    identificationCode: family === 'license-b' ? madeFor : null,
    effectiveTime: effectiveTime?.toISOString() ?? null,
    expireTime: expireTime?.toISOString() ?? null,
  }
}

function changeOf({ change, orderId, orderLineId }: Ask): Schemas['AppliedChange'] {
  const expiry = change?.previousExpiry ?? null
  return {
    changeOrderId: orderId,
    changeOrderLineId: orderLineId || null,
    // An open enumeration: what comes later is told as it is.
    scene: (change?.scene ?? 'UPGRADE') as Schemas['AppliedChange']['scene'],
    previousPlan: viewPlan(change?.previousPlan ?? null, {
      trial: change?.previousTrial ?? false,
      expireTime: expiry === null ? null : new Date(expiry),
    }),
  }
}
