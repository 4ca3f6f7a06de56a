import type { alarms as english } from '../en/alarms.ts'

export const alarms: typeof english = {
  title: '告警',
  none: '没有告警：无需人工处理。',
  state: '状态',
  subject: '对象',
  text: '发生了什么',
  since: '首次出现',
  count: '次数',
  open: '未清除',
  cleared: '已清除',
  clear: '清除',
  clearSays: '关闭此告警，其他内容不变；原因再次出现时会产生新的告警。',
  clearDone: '告警已清除。',
}
