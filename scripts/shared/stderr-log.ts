import { pino } from 'pino'

/** The log of a command: what its user has to know beside its result. */
export const stderrLog = pino({ level: 'warn' }, pino.destination(2))
