import { type Prism, startPrism } from './prism-process.ts'

/** Prism as a proxy that lets nothing pass which its document does not allow. */
export interface Proxy extends Pick<Prism, 'url' | 'stop'> {
  /** What it found against the contract, in its own words, in the order of the calls. */
  readonly violations: readonly string[]
}

/**
 * Starts Prism between a caller and `upstream`: a faulty request is refused before it is forwarded, and
 * a faulty answer is replaced by HTTP 500.
 */
export async function startProxy(
  document: 'seller' | 'store',
  upstream: URL | string,
  port = 0,
): Promise<Proxy> {
  const violations: string[] = []
  const args = ['proxy', `generated/${document}.json`, String(upstream), '--errors']
  const prism = await startPrism(args, port, (line) => {
    if (/Violation|terminated with error/.test(line)) violations.push(line)
  })
  return { url: prism.url, stop: () => prism.stop(), violations }
}
