export const codes: Readonly<Record<string, string>> = {
  open: '未清除',
  cleared: '已清除',
}
