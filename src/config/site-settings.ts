import { z } from 'zod'
import { onOrOff, webUrl } from './environment.ts'

/** A site's name, as operators write it: the same one at every address of the same account. */
export const siteName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, {
  error: 'is not a name of small letters, digits and dashes',
})

/** The stores that Huawei Cloud runs. */
export const storeNames = ['china', 'international', 'europe'] as const
export type StoreName = (typeof storeNames)[number]

/** A site as the file states it: a seller's account at one store. */
export const siteSettings = z.strictObject({
  store: z.enum(storeNames, { error: 'is china, international or europe' }).optional(),
  hosts: z.array(webUrl).min(1, { error: 'is empty' }).optional(),
  fallOver: onOrOff.optional(),
  ak: z.string().trim().min(1, { error: 'is empty' }).optional(),
  sk: z.string().trim().min(1, { error: 'is empty' }).optional(),
  usageLimit: z
    .int({ error: 'is not a whole number' })
    .min(1, { error: 'is below 1' })
    .max(1_000, { error: 'is over 1000, the most that the store takes' })
    .optional(),
  callsPerSecond: z
    .number({ error: 'is not a number' })
    .positive({ error: 'is not above 0' })
    .optional(),
})

export type SiteSettings = z.infer<typeof siteSettings>
