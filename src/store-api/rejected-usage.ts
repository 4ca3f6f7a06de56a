import type { RejectedUsage } from '../domain/usage/push.ts'

/**
 * Reads the list of rejected records (异常话单), of which no page shows the names: the first array of
 * objects that is found, and in each the member with a code of three digits. Source of what is known:
 * AbnormalUsageDataInfo.yaml.
 */
export function readRejected(data: unknown): RejectedUsage[] {
  return (listIn(data) ?? []).map(readOne)
}

type Members = Readonly<Record<string, unknown>>

function listIn(value: unknown): readonly Members[] | undefined {
  if (typeof value === 'string') return listIn(parsed(value))
  if (Array.isArray(value)) return value.filter(isMembers)
  if (!isMembers(value)) return undefined
  for (const member of Object.values(value)) {
    const list = listIn(member)
    if (list !== undefined) return list
  }
  return undefined
}

// Other answers of the store hold JSON as text (license_code_info).
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readOne(entry: Members): RejectedUsage {
  const text = (...names: readonly string[]) => {
    const value = names.map((name) => entry[name]).find((one) => typeof one === 'string')
    return typeof value === 'string' ? value : null
  }
  return {
    code: codeIn(entry),
    message: text('error_msg', 'errorMsg', 'error_desc', 'message'),
    meteringSn: text('metering_sn', 'meteringSn'),
    instanceId: text('instance_id', 'instanceId'),
    beginTime: text('begin_time', 'beginTime'),
    endTime: text('end_time', 'endTime'),
  }
}

function codeIn(entry: Members): string | null {
  const given = entry['error_code'] ?? entry['errorCode']
  const codes = [given, ...Object.values(entry)].map((value) =>
    typeof value === 'number' ? String(value).padStart(3, '0') : value,
  )
  const found = codes.find(
    (value) => typeof value === 'string' && /^(?:(?:MKT|CBC)\.)?\d{3}$/.test(value),
  )
  const code = found ?? (typeof given === 'string' ? given : undefined)
  return typeof code === 'string' ? code.replace(/^(MKT|CBC)\./, '') : null
}
