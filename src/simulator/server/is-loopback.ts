/** Whether nobody but this machine reaches a host of this name. */
export function isLoopback(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost'].includes(host)
}
