import fc from 'fast-check'
import { seed } from './scale.ts'

// Before every test file, so that properties and samples are drawn from the seed of the run.
fc.configureGlobal({ seed })
