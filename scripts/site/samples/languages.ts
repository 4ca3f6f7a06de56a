import { curl } from './curl.ts'
import { go } from './go.ts'
import { java } from './java.ts'
import { node } from './node.ts'
import { php } from './php.ts'
import { python } from './python.ts'
import type { SampleLanguage } from './sample.ts'

/** The languages in the order of their tabs. */
export const sampleLanguages: readonly SampleLanguage[] = [curl, node, java, python, php, go]
