import type { shell as english } from '../en/shell.ts'

export const shell: typeof english = {
  skip: '跳到正文',
  navigation: '页面',
  menu: '菜单',
  language: 'English',
  live: '实时：每 10 秒刷新',
  paused: '已暂停',
  pause: '暂停',
  resume: '继续',
  scheme: '深色或浅色',
  signedInAs: (name) => `当前令牌：${name}`,
  signOut: '退出',
  docs: '文档',
  notFound: '没有此页面',
  notFoundSays: '请在导航中选择一个页面。',
  broken: '无法加载此页面',
  brokenSays: '请重新加载。控制台可能刚刚升级。',
  signIn: '登录',
  token: '管理令牌',
  tokenSays: '浏览器不会保存它。服务的日志说明了第一个令牌的位置。',
  demo: '这是演示，数据都在页面中：不会发送任何内容，修改也不会保留。',
}
