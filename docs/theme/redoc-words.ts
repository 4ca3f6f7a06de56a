/** What Redoc says in words of its own and has a setting for. */
export const chineseLabels = {
  enum: '取值',
  enumSingleValue: '值',
  enumArray: '元素',
  default: '默认值',
  deprecated: '已废弃',
  example: '示例',
  examples: '示例',
  recursive: '递归',
  arrayOf: '数组，元素为 ',
  webhook: '事件',
  const: '固定值',
  noResultsFound: '没有找到',
  download: '下载',
  downloadSpecification: '下载 OpenAPI 契约',
  responses: '应答',
  callbackResponses: '回调应答',
  requestSamples: '请求示例',
  responseSamples: '应答示例',
}

// What it has none for.
const words: Readonly<Record<string, string>> = {
  required: '必填',
  Parameters: '参数',
  header: '请求头',
  query: '查询',
  path: '路径',
  'Request Body schema:': '请求体：',
  'Response Schema:': '应答体：',
  'Response Headers': '应答头',
  'Authorizations:': '密钥：',
  'Security Scheme Type:': '类型：',
  'Header parameter name:': '请求头名称：',
  'Query parameter name:': '查询参数名称：',
  'HTTP Authorization Scheme:': 'HTTP 授权方式：',
  'Content type': '内容类型',
  Payload: '内容',
  Example: '示例',
  Deprecated: '已废弃',
  Copy: '复制',
  Copied: '已复制',
  'Expand all': '全部展开',
  'Collapse all': '全部收起',
  'Show pattern': '显示格式',
  'Hide pattern': '隐藏格式',
  'Any of': '任一',
  'One of': '之一',
  'non-empty': '非空',
  unique: '不重复',
  source: '出处',
  repeat: '重复调用的判定',
  retry: '重试',
  changed: '变更',
  inferred: '推断',
  note: '说明',
  'License:': '许可证：',
  'URL:': '网址：',
}
const counts: Readonly<Record<string, string>> = {
  characters: '个字符',
  items: '个元素',
  properties: '个成员',
}

// Names and values are the contract's own.
const asItIs = 'code, pre, .property-name, [role=menuitem], option'

/** Says in Chinese what Redoc shows below a place in English words of its own, whenever it shows more. */
export function redocInChinese(place: HTMLElement): void {
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(tellBelow)
  })
  observer.observe(place, { childList: true, subtree: true })
  tellBelow(place)
}

function tellBelow(place: Node): void {
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  if (place instanceof Text) tellIn(place)
  while (texts.nextNode() !== null) tellIn(texts.currentNode as Text)
  if (!(place instanceof Element)) return
  place.querySelector('input[placeholder]')?.setAttribute('placeholder', '搜索')
}

function tellIn(node: Text): void {
  const said = node.data.trim()
  const chinese = words[said] ?? counted(said)
  if (chinese === said || node.parentElement?.closest(asItIs)) return
  node.data = node.data.replace(said, chinese)
}

// `[ 1 .. 64 ] characters`
function counted(said: string): string {
  return said.replace(
    /^(.*\d[ \]]*) ?(characters|items|properties)$/,
    (_all, bound: string, what: string) => `${bound.trimEnd()} ${counts[what] ?? what}`,
  )
}
