import type { SoldThings } from '../api/open-apis.ts'
import type { SoldCode } from '../api/code-book.ts'
import { ActionRefused, orderInfo, type StoreState } from '../state/index.ts'

/** What the open APIs ask of the store that is there now. */
export function soldThings(store: () => StoreState): SoldThings {
  return {
    findOrder: (orderId) => orderInfo(store().data, orderId),
    codes: {
      find: (code) => codeOf(store(), code),
      activate: (code) => isTaken(store().actions.activateCode(code)),
    },
    async receiveUpload({ eventId, description, file }) {
      const { characters } = description
      const content = typeof characters === 'string' ? characters : contentOf(file)
      const isKnown = await isTaken(store().actions.receiveLicense({ event: eventId, content }))
      return isKnown ? undefined : unknownApplication
    },
  }
}

// 申请非法: the application is not one of the store's (zh-cn_topic_0070649352).
const unknownApplication = '91381034'

function contentOf(file: { readonly bytes: Buffer } | undefined): string {
  return file?.bytes.toString('base64') ?? ''
}

async function isTaken(action: Promise<unknown>): Promise<boolean> {
  try {
    await action
    return true
  } catch (error) {
    if (error instanceof ActionRefused) return false
    throw error
  }
}

function codeOf({ data }: StoreState, code: string): SoldCode | undefined {
  const license = Object.hasOwn(data.licenses, code) ? data.licenses[code] : undefined
  if (license === undefined || license.status === 'asked' || license.status === 'uploaded')
    return undefined
  const { status, expireTime, activatedAt } = license
  const instance = data.instances[license.instance]
  const end = expireTime ?? instance?.expireTime ?? data.now
  return {
    status,
    expireTime: new Date(end),
    orderId: instance?.order ?? '',
    ...(instance && { productId: instance.offer.productId, amount: instance.quantity }),
    ...(activatedAt !== undefined && { activatedAt: new Date(activatedAt) }),
  }
}
