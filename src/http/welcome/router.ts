import type { Request, RequestHandler, Response } from 'express'
import type { Services } from '../../calls/services.ts'
import type { Address, ProductDefaults } from '../../domain/address.ts'
import { buyerViewOf } from '../../domain/instance/buyer-view.ts'
import { fillTemplate } from '../../ports/provisioning.ts'
import { pageHeaders } from '../pages/page-headers.ts'
import { preferredLanguage } from '../pages/preferred-language.ts'
import { couldNotLook, createLookUp } from './look-up.ts'
import { awayPage, purchasePage, unknownPage } from './pages.ts'
import { english } from './texts-en.ts'
import { chinese } from './texts-zh.ts'
import type { Texts } from './texts.ts'

/** What the welcome page needs. */
export interface WelcomeOptions {
  readonly services: Pick<Services, 'db' | 'vault' | 'limits' | 'log'>
  readonly addresses: ReadonlyMap<string, Address>
  /** The page itself, with the placeholder `{instanceId}`. */
  readonly welcomeUrl: string
}

/**
 * Serves the page where a buyer lands while the seller has set no FRONT_END_URL, or has not provisioned
 * a supervised purchase yet. Anybody may open it, so no more is told than whoever has the id may know,
 * and every id that nothing is told of gets the same page.
 */
export function createWelcomeRouter({
  services,
  addresses,
  welcomeUrl,
}: WelcomeOptions): RequestHandler {
  const lookUp = createLookUp(services)

  async function pageOf(segment: string, texts: Texts): Promise<string> {
    const instance = await lookUp(segment)
    if (instance === undefined) return unknownPage(texts)
    const product = addresses.get(instance.address)?.product
    const view = buyerViewOf(instance, product && leadsTo(instance.instanceId, product))
    if (view === undefined) return unknownPage(texts)
    return purchasePage(texts, view, product?.supportContact)
  }

  // A page that leads to itself leads nowhere.
  function leadsTo(instanceId: string, product: ProductDefaults): string | undefined {
    if (product.frontEndUrl === welcomeUrl) return undefined
    return fillTemplate(instanceId, product).frontEndUrl
  }

  async function serve(segment: string, request: Request, response: Response): Promise<void> {
    const texts = textsFor(request)
    response.type('html').vary('accept-language').setHeader('cache-control', 'no-store')
    try {
      response.send(await pageOf(segment, texts))
    } catch (error) {
      const isAway = couldNotLook(error)
      if (!isAway) services.log.error({ err: error }, 'the welcome page could not be served')
      response.setHeader('retry-after', '60')
      response.status(isAway ? 503 : 500).send(awayPage(texts))
    }
  }

  const setHeaders = pageHeaders([])
  // Not by a parameter of the route: that refuses what is not well encoded in a way of its own.
  return (request, response, next) => {
    const segment = /^\/([^/]+)\/?$/.exec(request.path)?.[1]
    if (segment === undefined || !['GET', 'HEAD'].includes(request.method)) next()
    else setHeaders(request, response, () => void serve(segment, request, response))
  }
}

// Chinese first: the store's buyers read it. The link to the other language needs no script.
function textsFor(request: Request): Texts {
  const { lang } = request.query
  if (lang === 'en') return english
  if (lang === 'zh-CN') return chinese
  return preferredLanguage(request, 'zh') === 'en' ? english : chinese
}
