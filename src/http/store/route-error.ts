/** The path or method is not served; `status` is the HTTP status, the one refusal that has one. */
export class RouteError extends Error {
  readonly status: 404 | 405

  constructor(status: 404 | 405, message: string) {
    super(message)
    this.status = status
  }
}
