import type { PreflightRule } from '../rule.ts'
import { caseRules } from './cases.ts'
import { chargingRules } from './charging.ts'
import { credentialRules } from './credential.ts'
import { debugRules } from './debug.ts'
import { keyRules } from './keys.ts'
import { labelRules } from './labels.ts'
import { listingFileRules } from './listing-files.ts'
import { listingTextRules } from './listing-texts.ts'
import { saasRules } from './saas.ts'
import { sellerRules } from './seller.ts'
import { trialRules } from './trial.ts'

/** All rules, in the order of the seller's way. */
export const preflightRules: readonly PreflightRule[] = [
  ...sellerRules,
  ...chargingRules,
  ...listingTextRules,
  ...listingFileRules,
  ...labelRules,
  ...saasRules,
  ...caseRules,
  ...keyRules,
  ...debugRules,
  ...credentialRules,
  ...trialRules,
]
