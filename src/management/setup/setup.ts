import type { ManagementSchemas } from '../../contract/index.ts'
import type { Address } from '../../domain/address.ts'
import { setupSteps } from '../../domain/setup/setup-steps.ts'
import type { SetupStep } from '../../domain/setup/setup-step.ts'
import type { ManagementHandler } from '../context.ts'
import { factsOf, readSetup } from './read-setup.ts'

type Schemas = ManagementSchemas

/** The way of every address to its first real purchase. */
export const getSetup: ManagementHandler<'getSetup'> = async (_request, context) => {
  await context.saveNoted()
  const seen = await readSetup(context)
  const addresses = [...context.addresses.values()].map(async (address) =>
    viewAddress(address, setupSteps(address, await factsOf(address, seen, context))),
  )
  return { publicUrl: context.publicUrl ?? null, addresses: await Promise.all(addresses) }
}

function viewAddress(
  { name, site }: Address,
  steps: readonly SetupStep[],
): Schemas['SetupAddress'] {
  const needed = steps.filter(({ state }) => state !== 'not_needed')
  return {
    address: name,
    site,
    done: needed.filter(({ state }) => state === 'done').length,
    needed: needed.length,
    steps: steps.map(viewStep),
  }
}

function viewStep(step: SetupStep): Schemas['SetupStep'] {
  return {
    ...step,
    doneAt: step.doneAt?.toISOString() ?? null,
    lastAt: step.lastAt?.toISOString() ?? null,
  }
}
