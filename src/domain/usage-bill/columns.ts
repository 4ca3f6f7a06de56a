/** What is read of a record of a bill. */
export const billMembers = [
  'instanceId',
  'beginTime',
  'endTime',
  'value',
  'meteringSn',
  'state',
] as const

export type BillMember = (typeof billMembers)[number]

const needed: readonly BillMember[] = ['instanceId', 'beginTime', 'endTime', 'value']

// No document lists the columns of 话单管理: the words of the usage interface, and what they are called
// in the console's other lists.
const known: Readonly<Record<BillMember, readonly string[]>> = {
  instanceId: [
    '实例ID',
    '实例编号',
    '资源实例ID',
    '资源ID',
    '商品实例ID',
    'instance id',
    'resource id',
    'resource instance id',
  ],
  beginTime: [
    '开始时间',
    '起始时间',
    '使用开始时间',
    '计量开始时间',
    '计费开始时间',
    '话单开始时间',
    'begin time',
    'start time',
    'begin',
    'start',
    'usage start time',
    'metering start time',
  ],
  endTime: [
    '结束时间',
    '终止时间',
    '使用结束时间',
    '计量结束时间',
    '计费结束时间',
    '话单结束时间',
    'end time',
    'end',
    'usage end time',
    'metering end time',
  ],
  value: [
    '使用量',
    '用量',
    '使用量值',
    '计量值',
    '实际使用量',
    '话单使用量',
    'usage value',
    'usage',
    'quantity',
    'metering value',
  ],
  meteringSn: [
    '话单ID',
    '话单编号',
    '话单流水号',
    '话单唯一标识',
    '话单唯一ID',
    '计量流水号',
    'metering sn',
    'record id',
    'usage record id',
    'cdr id',
  ],
  state: [
    '状态',
    '话单状态',
    '处理状态',
    '处理结果',
    '计费状态',
    'status',
    'state',
    'result',
    'record status',
  ],
}

/** Where the members stand in the records of a file. */
export type BillColumns = Readonly<Partial<Record<BillMember, number>>>

/** A member whose column could not be found, or not for certain. */
export interface ColumnFault {
  readonly member: BillMember
  readonly message: string
}

/** Headers that a request names itself. */
export type NamedColumns = Readonly<Partial<Record<BillMember, string>>>

/** The columns by their headers, in any order; or what is wrong with them. */
export function findColumns(
  headers: readonly string[],
  named: NamedColumns,
): { readonly columns: BillColumns; readonly faults: readonly ColumnFault[] } {
  const found = billMembers.map((member) => ({ member, at: placesOf(member, headers, named) }))
  const columns = found.flatMap(({ member, at: [place] }) =>
    place === undefined ? [] : [[member, place] as const],
  )
  const faults = found.flatMap(({ member, at }) => faultOf(member, { at, headers, named }) ?? [])
  return { columns: Object.fromEntries(columns), faults }
}

function placesOf(member: BillMember, headers: readonly string[], named: NamedColumns): number[] {
  const own = named[member]
  const names = new Set((own === undefined ? known[member] : [own]).map(plain))
  return headers.flatMap((header, place) => (names.has(plain(header)) ? [place] : []))
}

function faultOf(member: BillMember, { at, headers, named }: Found): ColumnFault | undefined {
  const own = named[member]
  const has = `it has: ${headers.filter((header) => header !== '').join(', ')}`
  const what = own === undefined ? `known as ${member}` : `called ${own}`
  if (at.length > 1) return { member, message: `several columns of the file are ${what}; ${has}` }
  const isNeeded = own !== undefined || needed.includes(member)
  if (at.length === 1 || !isNeeded) return undefined
  return { member, message: `no column of the file is ${what}; ${has}` }
}

interface Found {
  readonly at: readonly number[]
  readonly headers: readonly string[]
  readonly named: NamedColumns
}

/** A header without what is written now so, now so: case, blanks, joints, and a unit in brackets. */
function plain(header: string): string {
  const text = header.normalize('NFKC').toLowerCase()
  return text.replace(/\(.*?\)|\[.*?\]/g, '').replace(/[\s_\-:*"'.]/g, '')
}
