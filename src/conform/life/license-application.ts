import type { Members } from '../exchange.ts'
import type { Seller } from '../seller.ts'

/** An application for a license (getLicenseAsync) of an instance. */
export function licenseApplication(
  seller: Seller,
  instanceId: string,
  overrides: Members = {},
): Members {
  return seller.valid('getLicenseAsync', { instanceId, ...overrides })
}
