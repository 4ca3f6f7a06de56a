import type { Vault } from '../../src/crypto/vault.ts'
import { type OrderRow, emptyOrder } from '../../src/db/order/orders.ts'
import type { OrderKey } from '../../src/domain/instance/instance.ts'

/** A fetched order with private values of a buyer who is invented. */
export function fetchedRow(order: OrderKey, vault: Vault): OrderRow {
  const buyer = {
    mobilePhone: '18688888888',
    email: 'lisi@example.com',
    customerId: '459bbbec25d24749b2eb83be37b602a8',
    customerName: 'mock_user_01',
    customerRealName: '测试用户1',
    customerType: 0,
    userId: null,
    userName: 'lisi',
  }
  const encrypted = (value: unknown) => vault.encrypt(JSON.stringify(value))
  return {
    ...emptyRow(order),
    state: 'fetched',
    order_type: 'NEW',
    charging_mode: 'PERIOD',
    period_type: 'year',
    period_number: 1,
    product_id: 'OFFI846204237451911168',
    sku_code: '0a4d1578-5295-46a7-92d4-7c803dccc51d',
    product_name: '测试商品',
    quantity: 50,
    create_time: new Date('2026-11-18T10:19:12Z'),
    expire_time: new Date('2027-11-18T15:59:59Z'),
    extend_params: encrypted([
      { name: 'emailDomainName', value: 'test.example.com' },
      { name: '手机', value: '13812345678' },
      { name: 'contact', value: 'write to wang@example.com' },
      { name: 'password', value: 'open-sesame' },
      { name: 'none', value: null },
    ]),
    currency: '100',
    currency_after_discount: '80',
    buyer: encrypted(buyer),
    fetched_at: new Date(),
  }
}

/** An order that is still to be fetched. */
export function emptyRow(order: OrderKey): OrderRow {
  return emptyOrder({ site: 'china', address: 'main', test: false, ...order }, new Date())
}
