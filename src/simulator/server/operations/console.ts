import type { Operation } from '../api-context.ts'
import { addressView, keyView, textsOf } from '../views/address-view.ts'
import { faultView } from '../views/store-view.ts'
import { faultNames } from '../../state/index.ts'
import { StoreProblem } from '../store-problem.ts'
import { thing } from './find.ts'

export const listAddresses: Operation<'listAddresses'> = (_request, { store }) => {
  const { data } = store()
  return { items: Object.values(data.addresses).map((one) => addressView(data, one)) }
}

export const registerAddress: Operation<'registerAddress'> = async ({ body }, { store }) => {
  const { data, actions } = store()
  const { address } = await actions.registerAddress({ url: body.origin })
  return addressView(data, address)
}

/** A key that was made is told once. */
export const putKey: Operation<'putKey'> = async ({ path, body }, { store }) => {
  const { data, actions } = store()
  const { type } = path
  const { id } = thing(data.addresses, path.address, 'address')
  const secret = body.accessKey
  const known = Object.values(data.keys).find((one) => one.secret === secret)
  const key = known ?? (await actions.addKey(secret === undefined ? {} : { secret }))
  const { warnings } = await actions.bindKey({ address: id, type, key: key.id })
  return {
    key: keyView(type, key),
    warnings: textsOf(warnings),
    ...(secret === undefined && { accessKey: key.secret }),
  }
}

export const setFault: Operation<'setFault'> = async ({ path, body }, { store }) => {
  const { data, actions } = store()
  const { fault } = path
  if (!faultNames.some((name) => name === fault))
    throw new StoreProblem(404, `There is no fault ${fault}: ${faultNames.join(', ')}.`)
  const { left: calls, activity } = body
  await actions.stopFault({ fault })
  if (calls !== 0)
    await actions.playFault({
      fault,
      ...(calls !== null && { calls }),
      ...(activity !== undefined && { activity }),
    })
  return faultView(data, fault)
}
