/** The steps: what is done, and what to do while it waits. */
const steps: Readonly<Record<string, readonly [step: string, todo: string]>> = {
  'public-url': [
    'The world reaches Koogate by https',
    'By a name, never an IP address. Register its domain.',
  ],
  keys: ['Keys are set', 'Make a key for this type there, and set the same here.'],
  'access-keys': [
    'The store can be asked for orders',
    'Make access keys (AK, SK) of the seller account.',
  ],
  'first-call': [
    'First call whose signature held',
    'Enter this address there, bind the key, and debug.',
  ],
  'debug-case': ['Debug case passed', 'Debug it, and save the case.'],
  provisioning: ['The product makes what is bought', 'It is asked at the first real purchase.'],
  'kit-key': ['Public key of the kit entered', 'Paste it, and debug applicationSync.'],
  'sign-on': ['A user has signed in', 'Paste both addresses, and sign in once.'],
  'webhook-endpoint': ['An endpoint takes events', 'Send it a test event.'],
  'dial-test': [
    'Test calls pass on two half days',
    'On sale, the store replays the cases twice a day.',
  ],
  'first-purchase': [
    'First real purchase',
    'Put it on sale. A purchase that fails is restarted there.',
  ],
}

export const setup = {
  title: 'Setup',
  steps,
  says: 'Until the first real purchase. What came before Koogate kept it waits until it comes again.',
  progress: (done: number, needed: number) => `${done} of ${needed} steps are done.`,
  step: 'Step',
  state: 'State',
  place: 'In the seller center',
  values: 'To paste or compare',
  done: 'Done',
  last: 'Last call',
  unneeded: (count: number) => `Not needed here, as far as is known (${count})`,
  states: { done: 'Done', waiting: 'Waiting', not_needed: 'Not needed' } as Readonly<
    Record<string, string>
  >,
  conditions: {
    period: 'only if sold by the period',
    upgrade: 'only if it can be upgraded',
    'renewal-change': 'only if it can change at renewal',
    'on-demand': 'only if paid by use',
    optional: 'optional',
  } as Readonly<Record<string, string>>,
  // The menus as the Chinese seller center names them.
  places: {
    keys: 'Keys (应用工具 > 密钥管理)',
    'production-addresses': 'Production addresses (应用接入 > 应用接入管理 > 生产地址管理)',
    debug: 'There, debug (生产地址管理 > 调试 > 调测并保存用例)',
    'order-notification': 'Order notification (生产地址管理 > 调试 > 配置)',
    credentials: 'Application credentials (应用工具 > 应用凭证管理)',
    'access-keys': 'Access keys (控制台 > 我的凭证 > 管理访问密钥)',
    messages: 'Service Interface Messages (应用接入 > 生产接口消息)',
  } as Readonly<Record<string, string>>,
  names: {
    'public-url': 'Public address',
    domain: 'Domain to register',
    'production-address': 'Production address',
    fingerprint: 'Fingerprint of the key',
    'public-key': 'Public key',
    'public-key-fingerprint': 'Its fingerprint',
    'login-url': 'Login address',
    'callback-url': 'Callback',
    'webhook-url': 'Endpoint',
  } as Readonly<Record<string, string>>,
}
