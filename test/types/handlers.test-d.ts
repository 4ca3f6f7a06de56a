// What must not compile. npm run lint:code checks it with everything else: an error that is missing is one too.
import { type Handler, byActivity } from '../../src/calls/handler.ts'
import { handlers } from '../../src/calls/handlers.ts'
import { refreshLicenseCode } from '../../src/calls/license-c/refresh-license-code.ts'
import { releaseLicenseCode } from '../../src/calls/license-c/release-license-code.ts'
import { updateLicenseCodeStatus } from '../../src/calls/license-c/update-license-code-status.ts'
import { newInstanceIn } from '../../src/calls/saas-v2/new-instance.ts'
import type { SellerOperation } from '../../src/contract/index.ts'
import { success } from '../../src/domain/answer.ts'
import { type Interface, interfaces } from '../../src/interfaces.ts'

type Handlers = { readonly [Op in SellerOperation]: Handler<Op> }
const { licenseC, ...withoutLicenseC } = handlers

handlers satisfies Handlers
// @ts-expect-error License C is left out of the table of handlers.
withoutLicenseC satisfies Handlers
// @ts-expect-error A handler of License C is no handler of SaaS V2.
;({ ...handlers, saasV2: licenseC }) satisfies Handlers

const { licenseC: codes, ...interfacesWithoutLicenseC } = interfaces
codes satisfies Interface
// @ts-expect-error License C is left out of the table of interfaces.
interfacesWithoutLicenseC satisfies { readonly [Op in SellerOperation]: Interface }
// @ts-expect-error There is no such path in the contract.
;({ ...interfaces.saasV2, path: '/{address}/sass' }) satisfies Interface
// @ts-expect-error There is no such signature.
;({ ...interfaces.saasV2, signature: 'basicToken' }) satisfies Interface

byActivity<'licenseC'>({ refreshLicenseCode, updateLicenseCodeStatus, releaseLicenseCode })
// @ts-expect-error An activity is left out.
byActivity<'licenseC'>({ refreshLicenseCode, updateLicenseCodeStatus })
byActivity<'licenseC'>({
  refreshLicenseCode,
  updateLicenseCodeStatus,
  releaseLicenseCode,
  // @ts-expect-error License C has no such activity.
  newInstance: newInstanceIn('license-a'),
})

type Purchase = Handler<'saasV2', 'newInstance'>

newInstanceIn('saas-v2') satisfies Purchase
;(() => Promise.resolve({ answer: success({ instanceId: 'id' }) })) satisfies Purchase
// @ts-expect-error A SaaS purchase is not answered with a license.
;(() => Promise.resolve({ answer: success({ license: 'text' }) })) satisfies Purchase
// @ts-expect-error The addresses of V1 belong to no answer of V2.
;(() => Promise.resolve({ answer: success({ encryptType: '1' }) })) satisfies Purchase
// @ts-expect-error An answer has a result code.
;(() => Promise.resolve({ answer: { resultMsg: 'success.' } })) satisfies Purchase
;((call) => {
  call.body.orderLineId satisfies string
  // @ts-expect-error A member that the contract does not have.
  call.body.orderLine satisfies string
  return Promise.resolve({ answer: success() })
}) satisfies Purchase
;((call) => {
  // @ts-expect-error A call of V1 has no order lines.
  call.body.orderLineId satisfies string
  return Promise.resolve({ answer: success() })
}) satisfies Handler<'saasV1', 'newInstance'>
