import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addConform } from './conform.ts'
import { addExplain } from './explain.ts'
import { addListen } from './listen.ts'
import { addPreflight } from './preflight.ts'
import { addSign } from './sign.ts'
import { addStore } from './store.ts'
import { addTrigger } from './trigger.ts'

/** Adds a subcommand to the program, and returns it. */
type AddCommand = (program: Command, context: Context) => Command

/** Every subcommand, in the order of the help. */
export const commands: readonly AddCommand[] = [
  addStore,
  addConform,
  addTrigger,
  addListen,
  addSign,
  addExplain,
  addPreflight,
]
