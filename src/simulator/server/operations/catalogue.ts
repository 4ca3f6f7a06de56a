import { createPublicKey } from 'node:crypto'
import type { SimulatorSchemas } from '../../../contract/index.ts'
import type { Offer, ProductDraft } from '../../state/index.ts'
import type { Operation } from '../api-context.ts'
import { offersOf, organisation } from '../first-store.ts'
import { enterpriseView } from '../views/enterprise-view.ts'
import { productView } from '../views/product-view.ts'
import { buyerView } from '../views/store-view.ts'
import { newOfferId, newSkuCode, newBuyerId } from '../new-ids.ts'
import { StoreProblem } from '../store-problem.ts'
import { thing } from './find.ts'

export const listProducts: Operation<'listProducts'> = (_request, { store }) => {
  const { data } = store()
  return { items: Object.values(data.products).map((one) => productView(data, one)) }
}

export const createProduct: Operation<'createProduct'> = async ({ body }, { store }) => {
  const { data, actions } = store()
  refuseBadKey('joint/publicKey', body.joint?.publicKey)
  const { product } = await actions.listProduct(draftOf(body))
  return productView(data, product)
}

function refuseBadKey(field: string, pem: string | undefined): void {
  try {
    if (pem !== undefined) createPublicKey(pem)
  } catch {
    throw new StoreProblem(400, `${field} is not a public key in PEM.`)
  }
}

function draftOf(body: SimulatorSchemas['NewProduct']): ProductDraft {
  const { name, generation = 'saasV2', url, ordersUrl, joint, supervised = false, offers } = body
  return {
    ...{ name, url, supervised },
    offers: offers?.map(offerOf) ?? offersOf(generation),
    ...(generation !== null && { generation }),
    ...(ordersUrl !== undefined && { ordersUrl }),
    ...(joint && { joint }),
  }
}

function offerOf(offer: SimulatorSchemas['NewOffer']): Offer {
  const { price = 100, periodType, trialDays, productName, chargingMode } = offer
  return {
    ...{ productName, chargingMode, price },
    productId: newOfferId(),
    skuCode: newSkuCode(),
    ...(chargingMode === 'PERIOD' && { periodType: periodType ?? 'year' }),
    ...(trialDays !== undefined && { trialDays }),
  }
}

export const changeProduct: Operation<'changeProduct'> = async ({ path, body }, { store }) => {
  const { data, actions } = store()
  thing(data.products, path.product, 'product')
  refuseBadKey('publicKey', body.publicKey)
  const { product } = await actions.changeProduct({ id: path.product, ...body })
  return productView(data, product)
}

export const saveCases: Operation<'saveCases'> = async ({ path }, { store }) => {
  const { data, actions } = store()
  const product = thing(data.products, path.product, 'product')
  await actions.saveSampleCases({ product: product.id })
  return productView(data, product)
}

export const listBuyers: Operation<'listBuyers'> = (_request, { store }) => ({
  items: Object.values(store().data.buyers).map(buyerView),
})

export const createBuyer: Operation<'createBuyer'> = async ({ body }, { store }) =>
  buyerView(await store().actions.addBuyer({ customerId: newBuyerId(), ...body }))

export const listEnterprises: Operation<'listEnterprises'> = (_request, { store, centre }) => {
  const { data } = store()
  const enterprises = Object.values(data.enterprises)
  return { items: enterprises.map((one) => enterpriseView(data, one, centre)) }
}

export const createEnterprise: Operation<'createEnterprise'> = async (
  { body },
  { store, centre },
) => {
  const { data, actions } = store()
  const { name, departments = organisation.departments, users = organisation.users } = body
  const draft = { name, departments, users, domainName: centre.url }
  return enterpriseView(data, await actions.addEnterprise(draft), centre)
}
