/** True for what the system says of a file or a server, such as ENOENT: its message says it all. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}
