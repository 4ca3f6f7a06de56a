import { randomUUID } from 'node:crypto'
import type { CallsOf, StoreCall } from '../calls/calls.ts'
import { instanceIs, licenseIs } from './expectations.ts'
import { products } from '../products/products.ts'
import type { Scenario } from './scenario.ts'
import type { ScenarioContext, ScriptedStore } from '../store/scripted-store.ts'
import type { SimulatedStore } from '../store/simulated-store.ts'
import { beijingTime, callTime, licenseTime } from '../store-time.ts'
import { is } from './saas-v2.ts'

/** A store of online licenses: called like SaaS V2, with the application for a license beside it. */
export type OnlineStore = SimulatedStore & Pick<ScriptedStore, 'call' | 'context'>

const fingerprint = '04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672'

function application(context: ScenarioContext, instanceId: string): StoreCall {
  const activity = 'getLicenseAsync'
  const members = {
    activity,
    instanceId,
    eventId: context.order('event').orderId,
    effectiveTime: licenseTime(context.now()),
    expireTime: licenseTime(context.yearsOn(1)),
    deviceFingerprint: fingerprint,
  } as const
  return { generation: 'licenseA', activity, members }
}

const uploaded = licenseIs((context) => ({ eventId: context.order('event').orderId }), {
  status: 'active',
  upload: 'done',
})

/** A buyer's way with an online license (在线开通License). */
export const onlineLicense: Scenario<OnlineStore> = {
  name: 'License A: an online license, made for a device and uploaded to the store',
  steps: [
    { name: 'buy', play: (store) => store.buy(), expect: is('active') },
    {
      name: 'apply for a license',
      play: (store, id) => store.call((context) => application(context, id)),
      expect: uploaded,
    },
    {
      name: 'apply again',
      play: (store, id) => store.call((context) => application(context, id)),
      expect: uploaded,
    },
    { name: 'renew for a year', play: (store, id) => store.renew(id), expect: is('active') },
    { name: 'freeze', play: (store, id) => store.freeze(id), expect: is('frozen') },
    { name: 'unfreeze', play: (store, id) => store.unfreeze(id), expect: is('active') },
    { name: 'dial test', play: (store) => store.dialTest(), expect: is('active') },
    { name: 'release', play: (store, id) => store.release(id), expect: is('released') },
  ],
}

type BCalls = CallsOf['licenseB']

const identificationCode =
  'W3sibmFtZSI6ImlkZW50aWZpY2F0aW9uQ29kZSIsInZhbHVlIjoiSUQtMjAyMzA0MjAtMDAxIn1d'

function getLicense(context: ScenarioContext): StoreCall {
  const members: BCalls['getLicense'] = {
    activity: 'getLicense',
    businessId: randomUUID(),
    customerId: '68cbc86abc2018ab880d92f36422fa0e',
    orderId: context.order('purchase').orderId,
    productId: products.standardYear.productId,
    expireTime: beijingTime(context.yearsOn(1)).slice(0, 14),
    periodType: 'year',
    periodNumber: '1',
    chargingMode: '1',
    saasExtendParams: identificationCode,
  }
  return { generation: 'licenseB', activity: 'getLicense', members }
}

function refreshLicense(context: ScenarioContext, years: number): StoreCall {
  const members: BCalls['refreshLicense'] = {
    activity: 'refreshLicense',
    orderId: context.order(`renewal ${years}`).orderId,
    instanceId: context.instanceId(),
    expireTime: beijingTime(context.yearsOn(years)).slice(0, 14),
  }
  return { generation: 'licenseB', activity: 'refreshLicense', members }
}

function endLicense(
  context: ScenarioContext,
  activity: 'expireLicense' | 'releaseLicense',
): StoreCall {
  const ids = { instanceId: context.instanceId(), orderId: context.order('purchase').orderId }
  return activity === 'expireLicense'
    ? { generation: 'licenseB', activity, members: { activity, ...ids } }
    : { generation: 'licenseB', activity, members: { activity, ...ids } }
}

/** A buyer's way with License 1.0, whose license stands in the answer. */
export const licenseV1Life: Scenario<ScriptedStore> = {
  name: 'License B: License 1.0, delivered in the answer',
  steps: [
    {
      name: 'get the license',
      play: (store) => store.call(getLicense),
      expect: instanceIs('active', { years: 1 }),
    },
    { name: 'get it again', play: (store) => store.call(getLicense), expect: instanceIs('active') },
    {
      name: 'expire',
      play: (store) => store.call((context) => endLicense(context, 'expireLicense')),
      expect: instanceIs('frozen', { years: 1 }),
    },
    {
      name: 'renew what expired',
      play: (store) => store.call((context) => refreshLicense(context, 2)),
      expect: instanceIs('active', { years: 2 }),
    },
    {
      name: 'dial test',
      play: (store) => store.dialTest('licenseB'),
      expect: instanceIs('active', { years: 2 }),
    },
    {
      name: 'release',
      play: (store) => store.call((context) => endLicense(context, 'releaseLicense')),
      expect: instanceIs('released'),
    },
  ],
}

type CCalls = CallsOf['licenseC']

const codeOf = (context: ScenarioContext) => `PL${context.order('purchase').orderId}`

function refreshCode(
  context: ScenarioContext,
  scene: CCalls['refreshLicenseCode']['scene'],
  years: number,
): StoreCall {
  const activity = 'refreshLicenseCode'
  const order = context.order(`${scene} ${years}`)
  const expireTime = callTime(context.yearsOn(years)).slice(0, 14)
  const members = { activity, scene, license: codeOf(context), expireTime, ...order } as const
  return { generation: 'licenseC', activity, members }
}

function codeStatus(context: ScenarioContext, status: 'FREEZE' | 'UNFREEZE'): StoreCall {
  const activity = 'updateLicenseCodeStatus'
  const members = { activity, license: codeOf(context), status } as const
  return { generation: 'licenseC', activity, members }
}

function releaseCode(context: ScenarioContext): StoreCall {
  const activity = 'releaseLicenseCode'
  return { generation: 'licenseC', activity, members: { activity, license: codeOf(context) } }
}

const codeIs = (status: string, years: number) =>
  licenseIs((context) => ({ code: codeOf(context) }), { status, years })

/** The way of a license code (授权码), which the store made and the seller hears of. */
export const licenseCodeLife: Scenario<ScriptedStore> = {
  name: 'License C: a license code, renewed, frozen and released',
  steps: [
    {
      name: 'renew for a year',
      play: (store) => store.call((context) => refreshCode(context, 'RENEWAL', 2)),
      expect: codeIs('active', 2),
    },
    {
      name: 'freeze',
      play: (store) => store.call((context) => codeStatus(context, 'FREEZE')),
      expect: codeIs('frozen', 2),
    },
    {
      name: 'unfreeze',
      play: (store) => store.call((context) => codeStatus(context, 'UNFREEZE')),
      expect: codeIs('active', 2),
    },
    {
      name: 'cancel the renewal',
      play: (store) =>
        store.call((context) => refreshCode(context, 'UNSUBSCRIBE_RENEWAL_PERIOD', 1)),
      expect: codeIs('active', 1),
    },
    {
      name: 'dial test',
      play: (store) => store.dialTest('licenseC'),
      expect: codeIs('active', 1),
    },
    { name: 'release', play: (store) => store.call(releaseCode), expect: codeIs('released', 1) },
    {
      name: 'renew all the same',
      play: (store) =>
        store.call((context) => refreshCode(context, 'RENEWAL', 3), { accepts: ['000003'] }),
      answer: '000003',
      expect: codeIs('released', 1),
    },
  ],
}
