/** One line of an order of the store; both ids as the store wrote them. */
export interface OrderKey {
  readonly orderId: string
  readonly orderLineId: string
}
