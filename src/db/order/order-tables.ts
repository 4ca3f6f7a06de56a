export interface OrderTable {
  site: string
  test_address: string
  address: string
  order_id: string
  order_line_id: string
  state: 'waiting' | 'fetched' | 'refused'
  result_code: string | null
  order_type: string | null
  charging_mode: string | null
  period_type: string | null
  period_number: number | null
  product_id: string | null
  sku_code: string | null
  product_name: string | null
  quantity: string | number | null
  create_time: Date | null
  expire_time: Date | null
  extend_params: Uint8Array | null
  currency: string | null
  currency_after_discount: string | null
  buyer: Uint8Array | null
  answer: Uint8Array | null
  fetched_at: Date | null
  created_at: Date
  updated_at: Date
}
