import type { Wording } from './wording.ts'

/** How the changes are told in Chinese. */
export const zh: Wording = {
  actors: {
    seller: {
      caller: '云商店',
      answerer: '商家服务器',
    },
    store: {
      caller: '商家服务器',
      answerer: '云商店',
    },
    management: {
      caller: '商家产品',
      answerer: 'Koogate',
    },
    webhooks: {
      caller: 'Koogate',
      answerer: '商家产品',
    },
  },
  frame: {
    language: '简体中文',
    heads: ['位置', '变更', '需要处理', '编号'],
    audiences: {
      seller: '云商店调用您',
      store: '您调用云商店',
      management: '您的产品',
    },
    page: {
      allowed: '可以按现状发布。',
      refused: '不能按现状发布。',
      before: '变更前',
      now: '变更后',
      nothing: '无',
      must: '您需要做什么',
      example: '示例',
      where: '涉及接口',
      texts: '有差异的文字和示例',
      nobody: '这一部分没有变更。',
      breaking: '不兼容',
      rule: '文字中的规则',
      compatible: '兼容',
    },
    title: '自 {from} 以来的契约变更',
    same: '自 {from} 以来没有变更。',
    breaking: '不兼容变更（{count}）',
    rules: '文字中的规则（{count}）',
    other: '兼容变更（{count}）',
    must: '需要处理：',
    counted: '有 {count} 处文字或示例不同，线上数据格式没有变化。',
    decided: '已决定：{decision}',
    undecided: '待决定：规则是否改变？请以 {id} 为编号写入 openapi/approvals.yaml。',
    toDecide:
      '尚无人决定的文字规则：{count} 处。请在 openapi/approvals.yaml 中按编号写明由谁决定、原因和日期，或撤回变更。',
    more: '（另有 {count} 个操作）',
    request: '请求',
    answer: '应答',
    wholes: { request: '请求', answer: '应答', operation: '接口' },
    none: '无',
    versions: '版本：{list}。',
    refused: '有不兼容变更，但主版本号没有升级：{list}。请提升 info.version 的第一位，或撤回变更。',
    forbidden:
      '该契约只能增加内容，任何版本号都不允许不兼容变更：{list}。请保留旧名称并标记为 deprecated，或撤回变更。',
  },
  kinds: {
    'document-added': {
      what: '整份契约文档是新增的。',
    },
    'document-removed': {
      what: '整份契约文档已删除。',
      must: '停止使用其中的全部接口。',
    },
    'operation-added': {
      what: '新增接口。',
    },
    'operation-removed': {
      what: '接口已删除。',
      must: '{caller}不能再调用它。',
    },
    'operation-deprecated': {
      what: '接口已标记为弃用：仍可使用，但不应再用于新的开发。',
    },
    'key-changed': {
      what: '调用的验证方式改为 {now}，原为 {was}。',
      must: '{caller}必须使用新的密钥或令牌。',
    },
    'repeat-changed': {
      what: '{member} 的重复调用判定改为：“{now}”，原为：“{was}”。',
    },
    'retry-changed': {
      what: '{member} 的重试规则改为：“{now}”，原为：“{was}”。',
    },
    'body-required': {
      what: '现在必须携带请求体。',
      must: '{caller}必须发送请求体。',
    },
    'body-optional': {
      what: '请求体现在可以省略。',
    },
    'media-added': {
      what: '新增内容类型 {now}。',
    },
    'media-removed': {
      what: '内容类型 {was} 已删除。',
      must: '{sender}和{reader}必须改用其他内容类型。',
    },
    'status-added': {
      what: '应答可能出现新的 HTTP 状态码 {now}。',
    },
    'status-removed': {
      what: '不再返回 HTTP 状态码 {was}。',
    },
    'success-removed': {
      what: '成功不再以 HTTP 状态码 {was} 表示。',
      must: '{caller}必须按其余状态码判断成功。',
    },
    'member-added': {
      what: '新增 {member}。',
    },
    'member-added-required': {
      what: '新增必填项 {member}。',
      must: '{sender}必须发送 {member}，缺少时调用会被拒绝。',
    },
    'member-removed': {
      what: '{member} 已删除。',
      must: '{sender}不要再依赖发送它，{reader}不能再依赖它。',
    },
    'member-required': {
      what: '{member} 由可选改为必填。',
      must: '{sender}必须始终发送 {member}。',
    },
    'member-optional': {
      what: '{member} 由必有改为可省略。',
      must: '{reader}必须能处理没有 {member} 的情况。',
    },
    'types-narrowed': {
      what: '{member} 的类型缩小为 {now}，原可为 {was}。',
      must: '{sender}必须以 {now} 类型发送 {member}。',
    },
    'types-widened': {
      what: '{member} 的类型扩大为 {now}，原为 {was}。',
      must: '{reader}必须能处理其中每一种类型。',
    },
    'types-changed': {
      what: '{member} 的类型改为 {now}，原为 {was}。',
      must: '{sender}必须发送新类型，{reader}必须读取新类型。',
    },
    'values-removed': {
      what: '{member} 不再允许取值 {was}。',
      must: '{sender}不能再发送 {was}。',
    },
    'values-added': {
      what: '{member} 新增取值 {now}。',
      must: '{reader}必须能处理 {now}。',
    },
    'values-foretold': {
      what: '{member} 新增取值 {now}；契约此前已说明取值会增加。',
    },
    'values-limited': {
      what: '{member} 现在只能取 {now}，原来不限。',
      must: '{sender}只能发送这些值。',
    },
    'values-unlimited': {
      what: '{member} 不再限定取值，原为 {was} 之一。',
      must: '{reader}必须能处理未知的值。',
    },
    'variant-removed': {
      what: '{member} 不再有 {was} 这种形式。',
      must: '{sender}不能再发送 {was}。',
    },
    'variant-added': {
      what: '{member} 新增形式 {now}。',
      must: '{reader}必须能处理 {now}。',
    },
    'bound-narrowed': {
      what: '{member} 的限制收紧为 {now}，原为 {was}。',
      must: '{sender}必须遵守 {now}。',
    },
    'bound-widened': {
      what: '{member} 的限制放宽为 {now}，原为 {was}。',
      must: '{reader}必须能容纳 {now}。',
    },
    'form-added': {
      what: '{member} 现在有格式要求：{now}。',
      must: '{sender}必须按此格式填写 {member}。',
    },
    'form-removed': {
      what: '{member} 不再要求格式 {was}。',
      must: '{reader}必须能处理其他格式。',
    },
    'form-widened': {
      what: '{member} 允许更多格式：{now}，原为 {was}。',
      must: '{reader}必须能处理新的格式。',
    },
    'form-changed': {
      what: '{member} 的格式改为 {now}，原为 {was}。',
      must: '{sender}必须使用新格式，{reader}必须按新格式读取。',
    },
    'members-closed': {
      what: '{member} 不再接受未知成员。',
      must: '{sender}只能发送契约中的成员。',
    },
    'members-opened': {
      what: '{member} 可以包含契约之外的成员。',
    },
    'condition-changed': {
      what: '{member} 各成员之间的约束条件已变更。',
      must: '请对比两个版本的结构，{sender}必须满足新的条件。',
    },
    'version-changed': {
      what: '文档版本改为 {now}，原为 {was}。',
    },
    'openapi-changed': {
      what: '文档采用 OpenAPI {now} 编写，原为 {was}。',
      must: '{caller}需要能读取 OpenAPI {now} 的工具。',
    },
    'promise-made': {
      what: '该文档自此只增不减。',
    },
    'promise-dropped': {
      what: '该文档不再承诺只增不减。',
      must: '{caller}必须考虑到已有名称可能消失。',
    },
    'server-added': {
      what: '新增调用地址 {now}。',
    },
    'server-removed': {
      what: '不再使用调用地址 {was}。',
      must: '{caller}必须改用其余地址。',
    },
    'server-changed': {
      what: '调用地址改为 {now}，原为 {was}。',
      must: '{caller}必须调用新地址。',
    },
    'grouping-changed': {
      what: '接口所属分组改为 {now}，原为 {was}。生成的客户端可能以此命名类。',
    },
    'operation-moved': {
      what: '接口的调用地址改为 {now}，原为 {was}。',
      must: '{caller}必须调用新地址。',
    },
    'operation-renamed': {
      what: 'operationId 改为 {now}，原为 {was}，线上数据没有变化。',
      must: '{caller}在生成的客户端中必须使用新名称。',
    },
    'operation-restored': {
      what: '接口不再标记为弃用。',
    },
    'path-parameter-renamed': {
      what: '路径参数 {was} 改名为 {now}，实际地址不变。',
      must: '{caller}在生成的客户端中必须使用新名称。',
    },
    'address-changed': {
      what: '页面地址改为 {now}，原为 {was}。',
      must: '{caller}必须跳转到新地址。',
    },
    'callbacks-changed': {
      what: '回调有变化：{now}，原为 {was}。',
      must: '{caller}必须对比两个版本。',
    },
    'key-added': {
      what: '调用的验证方式可以是 {now}，原为 {was}。',
    },
    'scheme-changed': {
      what: '调用方的身份验证方式改为 {now}，原为 {was}。',
      must: '{caller}必须按新方式证明身份。',
    },
    'rule-changed': {
      what: '含有规则的文字有变化。原文：“{was}”。现文：“{now}”。',
    },
    'body-added': {
      what: '请求现在可以携带请求体。',
    },
    'body-removed': {
      what: '请求不再携带请求体。',
      must: '{sender}不能再发送请求体，{reader}不能再依赖它。',
    },
    'encoding-changed': {
      what: '请求体各部分的编码方式改为 {now}，原为 {was}。',
      must: '{sender}必须按新方式编码。',
    },
    'serialisation-changed': {
      what: '{member} 的写法改为 {now}，原为 {was}。',
      must: '{sender}必须按新写法发送，{reader}必须按新写法读取。',
    },
    'success-added': {
      what: '成功也可能以 HTTP 状态码 {now} 表示。',
      must: '{reader}必须把 {now} 视为成功。',
    },
    'links-changed': {
      what: '指向其他接口的链接有变化。',
    },
    'member-renamed': {
      what: '{member} 改名为 `{now}`，原名 `{was}`。',
      must: '{sender}必须发送新名称，{reader}必须读取新名称。',
    },
    'member-moved': {
      what: '{member} 的位置改为 {now}，原在 {was}。',
      must: '{sender}必须在 {now} 中发送它。',
    },
    'member-deprecated': {
      what: '{member} 已标记为弃用：仍可使用，但不应再用于新的开发。',
    },
    'member-restored': {
      what: '{member} 不再标记为弃用。',
    },
    'access-changed': {
      what: '{member} 的读写方向改为 {now}，原为 {was}。',
      must: '{sender}和{reader}必须核对它在哪个方向传递。',
    },
    'default-added': {
      what: '省略 {member} 时按 {now} 处理。',
    },
    'default-changed': {
      what: '省略 {member} 时按 {now} 处理，原为 {was}。',
      must: '省略 {member} 而需要 {was} 的一方必须明确发送它。',
    },
    'default-removed': {
      what: '{member} 不再有默认值，原为 {was}。',
      must: '省略 {member} 而需要 {was} 的一方必须明确发送它。',
    },
    'values-opened': {
      what: '{member} 今后会出现契约之外的取值。',
      must: '{reader}必须能处理未知的值。',
    },
    'values-closed': {
      what: '契约不再说明 {member} 今后会增加取值。',
      must: '生成的客户端只认识列出的取值：请重新生成，并确认它能接受其他取值。',
    },
    'unique-required': {
      what: '{member} 的各项现在不得重复。',
      must: '{sender}不能重复发送同一项。',
    },
    'unique-dropped': {
      what: '{member} 的各项现在可以重复。',
      must: '{reader}必须能处理重复的项。',
    },
    'component-added': {
      what: '新增组件 {member}，目前没有接口使用它。',
    },
    'component-removed': {
      what: '组件 {member} 已删除，原本没有接口使用它。',
    },
    'component-renamed': {
      what: '组件 {was} 改名为 {now}。线上数据没有变化，生成的客户端可能以此命名类型。',
    },
    'notation-changed': {
      what: '{member} 的写法不同，允许的值不变：{now}，原为 {was}。',
    },
    'mark-changed': {
      what: '{member} 是推断还是有文档依据有变化：{now}，原为 {was}。',
    },
    'text-changed': {
      what: '{member} 的文字有变化。原文：“{was}”。现文：“{now}”。',
    },
    'example-changed': {
      what: '示例有变化。',
    },
    'source-changed': {
      what: '出处改为 {now}，原为 {was}。',
    },
  },
}
