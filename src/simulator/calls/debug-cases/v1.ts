import type { CallsOf } from '../calls.ts'
import type { Encryption } from '../encryption.ts'

const test = { testFlag: '1' } as const
const orderId = 'CS1906666666ABCDE'
const productId = '00301-666666-0--0'
const skuCode = 'd0abcd12-1234-5678-ab90-11ab012aaaa1'
const instanceId = '03pf80c2bae96vc49b80b917bea776d7'

/** What the buyer filled in, as Base64 of a JSON list: the documents' own sample. */
const saasExtendParams =
  'W3sibmFtZSI6ImlkTnVtIiwidmFsdWUiOiIzNTIyNTU1NTU1NTU2NTYifSx7Im5hbWUiOiJ1c2VyTmFtZSIsInZhbHVlIjoiaHVhd2VpMTIzIn0seyJuYW1lIjoiY3VzdEVtYWlsIiwidmFsdWUiOiIxMjNAaHVhd2VpLmNvbSJ9XQ=='

/** The parameters of the documents' samples and of the vectors. */
export function saasV1Cases({ field }: Encryption): CallsOf['saasV1'] {
  return {
    newInstance: {
      activity: 'newInstance',
      amount: '30',
      businessId: '61e834ba-7b97-4418-b8f7-e5345137278c',
      chargingMode: '1',
      customerId: '68cbc86abc2018ab880d92f36422fa0e',
      customerName: '张三 & co=1',
      email: field('seller@example.com'),
      expireTime: '20200727153156',
      mobilePhone: field('15905222222'),
      orderId,
      periodNumber: '1',
      periodType: 'year',
      productId,
      saasExtendParams,
      skuCode,
      ...test,
    },
    refreshInstance: {
      activity: 'refreshInstance',
      expireTime: '20270725000000',
      instanceId,
      orderAmount: '100.125',
      orderId,
      periodNumber: '1',
      periodType: 'year',
      productId,
      trialToFormal: '1',
      ...test,
    },
    expireInstance: { activity: 'expireInstance', instanceId, orderId, ...test },
    releaseInstance: {
      activity: 'releaseInstance',
      instanceId,
      orderAmount: '100',
      orderId,
      ...test,
    },
    upgrade: {
      activity: 'upgrade',
      amount: '6456',
      instanceId,
      orderId: 'CS1906666688ABCDE',
      productId: '00301-666688-0-0',
      skuCode,
      ...test,
    },
    instanceStatus: {
      activity: 'instanceStatus',
      instanceId: 'huaweitest123456',
      instanceStatus: 'FREEZE',
      ...test,
    },
    queryInstance: { activity: 'queryInstance', instanceId: 'id-1,id-2', ...test },
  }
}

/** The scenes of License 1.0; its pages show no sample call. */
export const licenseBCases: CallsOf['licenseB'] = {
  getLicense: {
    activity: 'getLicense',
    businessId: '61e834ba-7b97-4418-b8f7-e5345137278c',
    customerId: '68cbc86abc2018ab880d92f36422fa0e',
    orderId,
    productId,
    saasExtendParams:
      'W3sibmFtZSI6ImlkZW50aWZpY2F0aW9uQ29kZSIsInZhbHVlIjoiSUQtMjAyMzA0MjAtMDAxIn1d',
    ...test,
  },
  refreshLicense: {
    activity: 'refreshLicense',
    expireTime: '20250420235959',
    instanceId: '4ef28f-312d3d-gad335f-3132hkf',
    orderId: 'CS2304201819B4LVS',
    periodNumber: '1',
    periodType: 'year',
    ...test,
  },
  expireLicense: {
    activity: 'expireLicense',
    instanceId: '4ef28f-312d3d-gad335f-3132hkf',
    orderId,
    ...test,
  },
  releaseLicense: {
    activity: 'releaseLicense',
    instanceId: '4ef28f-312d3d-gad335f-3132hkf',
    orderId,
    ...test,
  },
}
