import type { FaultText, Texts } from './texts.ts'

const signInAgain = '请重新登录。'
const bindAgain = '请企业管理员解绑应用后重新绑定，云商店会重新同步企业、应用和用户。'

const credential: readonly string[] = [
  '运维人员：企业的域名、客户端 ID 和客户端密钥来自企业同步与应用同步，请与应用凭证核对。',
  '如果更换过 RSA 密钥对，客户端密钥可能是用另一把公钥加密的。',
  bindAgain,
]
const network: readonly string[] = [
  '请一分钟后再试。',
  '运维人员：Koogate 必须能通过 HTTPS（443 端口）访问该企业的域名。',
]

const faults: Readonly<Record<keyof Texts['faults'], FaultText>> = {
  off: {
    what: '此处没有开启单点登录。',
    check: ['运维人员：为该生产地址设置 KOOGATE_SSO_APP_ID 和 KOOGATE_SSO_RETURN，然后重启。'],
  },
  'request-faulty': { what: '打开此页面的链接不正确。', check: ['请打开产品，从产品登录。'] },
  'state-unknown': {
    what: '这次登录不是在此浏览器中发起的，或者已超时、已完成。',
    check: [
      '请在此浏览器中重新登录，中途不要停留。',
      '请允许本站使用 Cookie；在框架中打开时，也要允许第三方 Cookie。',
    ],
  },
  'cookies-missing': {
    what: '您的浏览器没有为此页面保存 Cookie。',
    check: [
      '请允许本站使用 Cookie；在框架中打开时，也要允许第三方 Cookie。',
      '或者在单独的窗口中登录。',
    ],
  },
  'code-missing': {
    what: '认证中心返回时没有带授权码。',
    check: [signInAgain, '运维人员：应用凭证的回调地址必须与指南中的一致。'],
  },
  'tenant-missing': {
    what: '没有说明登录的是哪个企业。',
    check: [
      '请从统一登录页或企业工作台登录。',
      '运维人员：CAS 登录，以及不经统一登录页的登录，都需要参数 tenant。',
    ],
  },
  'tenant-differs': {
    what: '您在认证中心登录的是另一个企业。',
    check: ['请先在认证中心退出，再用需要的企业登录。'],
  },
  'tenant-unknown': {
    what: '此处不认识这个企业。',
    check: [bindAgain, '运维人员：该生产地址没有收到这个企业的企业同步（tenantSync）。'],
  },
  'tenant-deleted': {
    what: '这个企业已不再使用此应用。',
    check: ['请企业管理员重新绑定应用。'],
  },
  'application-missing': {
    what: '此处不认识这个企业的应用。',
    check: [
      bindAgain,
      '运维人员：没有收到应用 ID 与 KOOGATE_SSO_APP_ID 一致的应用同步（applicationSync），或其密钥无法解密。',
    ],
  },
  'domain-faulty': {
    what: '这个企业的域名不是认证中心的地址。',
    check: ['运维人员：企业同步的 domainName 必须以 https:// 开头。', bindAgain],
  },
  'workbench-off': {
    what: '这次登录不是在此处，或不是在此浏览器中发起的。',
    check: [
      signInAgain,
      '请允许本站使用 Cookie；在框架中打开时，也要允许第三方 Cookie。',
      '运维人员：如需从企业工作台登录，请把 KOOGATE_SSO_WORKBENCH 设为 on。',
    ],
  },
  'login-refused': {
    what: '认证中心没有让您登录。',
    check: [signInAgain, '请企业管理员为您授权此应用。'],
  },
  'code-refused': {
    what: '认证中心不接受这次登录的授权码（invalid_grant）。',
    check: [
      '授权码只能用一次，且很快失效：请重新登录。',
      '运维人员：应用凭证的回调地址必须与指南中的完全一致。',
    ],
  },
  'ticket-refused': {
    what: '认证中心不接受这次登录的票据。',
    check: [
      '票据只能用一次，且很快失效：请重新登录。',
      '运维人员：应用的 CAS 回调地址必须与指南中的完全一致。',
    ],
  },
  'client-mismatch': {
    what: '这次登录的授权码属于另一个客户端 ID（Client ID mismatch）。',
    check: [bindAgain, ...credential.slice(0, 1)],
  },
  'client-refused': {
    what: '认证中心不认识这个客户端，或客户端密钥不正确（invalid_client）。',
    check: credential,
  },
  'client-forbidden': {
    what: '认证中心返回 403：域名、客户端 ID 与客户端密钥不匹配。',
    check: credential,
  },
  refused: { what: '认证中心拒绝了这次登录。', check: [signInAgain, ...credential] },
  unreadable: {
    what: '认证中心的应答无法识别。',
    check: [
      '请一分钟后再试。',
      '运维人员：请确认该企业的域名确实是其认证中心，且没有代理代替它应答。',
    ],
  },
  unavailable: { what: '认证中心发生故障。', check: ['请一分钟后再试。'] },
  unreachable: { what: '无法连接认证中心。', check: network },
  certificate: {
    what: '认证中心的证书无效。',
    check: ['运维人员：Koogate 与认证中心之间的代理不得替换证书。'],
  },
  timeout: { what: '认证中心没有按时应答。', check: network },
  busy: { what: '同时登录的人太多。', check: ['请几秒钟后再试。'] },
  'database-away': {
    what: '单点登录暂时不可用。',
    check: ['请一分钟后再试。', '运维人员：数据库没有应答。'],
  },
  internal: {
    what: '此处发生错误。',
    check: ['请再试一次。', '运维人员：请按请求编号在日志中查找原因。'],
  },
}

/** The pages in Chinese. */
export const chinese: Texts = {
  lang: 'zh-CN',
  failed: '登录没有成功',
  check: '请检查',
  code: '代码',
  request: '请求编号',
  again: '重新登录',
  ownWindow: '在单独的窗口中登录',
  signedIn: '登录成功',
  goOn: '进入产品',
  signedOut: '您已退出登录',
  signedOutText: '您在此处的会话已结束。',
  continueAs: (name) => `以${name}的身份继续？`,
  of: (tenant) => `所属企业：${tenant}`,
  instead: (name) => `此浏览器目前登录的是${name}。继续将结束该会话。`,
  button: '继续',
  notMe: '如果这不是您本人，请关闭此页面：没有任何内容被更改。',
  faults,
}
