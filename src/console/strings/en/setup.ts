/** The steps: what is done, and what to do while it waits. */
const steps: Readonly<Record<string, readonly [step: string, todo: string]>> = {
  'public-url': [
    'The world reaches Koogate by https',
    'Let your proxy pass a public https name to it, never an IP address, and register the domain.',
  ],
  keys: [
    'Keys are set',
    'Make a key for this interface type in the seller center, and set the same here.',
  ],
  'access-keys': [
    'The store can be asked for orders',
    'Make access keys (AK and SK) of the seller account.',
  ],
  'first-call': [
    'First call whose signature held',
    'Enter this production address there, bind the key, and send a first debug call.',
  ],
  'debug-case': ['Debug case passed', 'Debug it, and save the case.'],
  provisioning: [
    'The product makes what is bought',
    'It is asked at the first real purchase: let it answer, see the docs.',
  ],
  'kit-key': [
    'Public key of the kit entered',
    'Paste it into the application credential; it is done when an application was synchronised.',
  ],
  'sign-on': [
    'A user has signed in',
    'Paste both addresses into the credential, and sign in once.',
  ],
  'webhook-endpoint': ['A webhook endpoint takes events', 'Send it a test event.'],
  'dial-test': [
    'Test calls pass on two half days',
    'The store replays the saved cases every morning and afternoon once the product is on sale.',
  ],
  'first-purchase': [
    'First real purchase',
    'Put the product on sale. If a purchase fails, restart its message there.',
  ],
}

export const setup = {
  title: 'Setup',
  steps,
  says: 'The way to the first real purchase. What happened before Koogate kept it shows as waiting until it comes again.',
  progress: (done: number, needed: number) => `${done} of ${needed} steps are done.`,
  step: 'Step',
  state: 'State',
  todo: 'What to do',
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
    keys: 'Application tools > Keys (应用工具 > 密钥管理)',
    'production-addresses':
      'Application access > Production addresses (应用接入 > 应用接入管理 > 生产地址管理)',
    debug: 'Production addresses > Debug (生产地址管理 > 调试 > 调测并保存用例)',
    'order-notification': 'Order notification > Configure (订单通知 > 配置)',
    credentials: 'Application tools > Application credentials (应用工具 > 应用凭证管理)',
    'access-keys': 'Console > My credentials > Access keys (控制台 > 我的凭证 > 管理访问密钥)',
    messages: 'Application access > Service Interface Messages (应用接入 > 生产接口消息)',
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
