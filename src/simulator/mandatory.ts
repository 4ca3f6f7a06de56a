import type { SellerSchemas } from '../contract.ts'
import type { Activity } from './activity.ts'
import { isObject, readAnswer, bodyOf } from './answer.ts'
import { isAbsent } from './deviations.ts'
import { done, underWay } from './result-codes.ts'
import type { Came } from './sender.ts'

type SaasV2Response = SellerSchemas['SaasV2Response']
type InstanceInfo = SellerSchemas['InstanceInfo']
type AppInfo = SellerSchemas['AppInfo']

// What success must show, beyond what the schema asks of every answer. frontEndUrl is not asked of
// V2 newInstance: the FAQ that names it there shares its text with V1.
const wanted: Readonly<Partial<Record<Activity, readonly (keyof SaasV2Response)[]>>> = {
  newInstance: ['instanceId'],
  queryInstance: ['info'],
}
const wantedOfEach: keyof InstanceInfo = 'appInfo'
const wantedOfAppInfo: keyof AppInfo = 'frontEndUrl'

/** The members that the activity's answer lacks, by their place. */
export function absentFromSuccess(came: Came, activity: Activity): readonly string[] {
  const body = bodyOf(came)
  if (body === undefined || !isSuccess(readAnswer(came).resultCode, activity)) return []
  const absent = (wanted[activity] ?? []).filter((name) => isEmpty(body[name]))
  return activity === 'queryInstance' ? [...absent, ...absentOfEach(body)] : absent
}

function isSuccess(code: string | undefined, activity: Activity): boolean {
  return code === done || (code === underWay && activity === 'newInstance')
}

// A seller may send what the buyer needs by mail or SMS instead; the debugger asks for it all the same.
function absentOfEach({ info }: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Array.isArray(info)) return []
  const places = info.map((entry: unknown, index) => ({ entry, at: `info[${index}]` }))
  return places
    .filter(({ entry }) => isObject(entry) && isAbsent(entry[wantedOfEach]))
    .map(({ at }) => `${at}.${wantedOfEach}.${wantedOfAppInfo}`)
}

function isEmpty(value: unknown): boolean {
  return isAbsent(value) || (Array.isArray(value) && value.length === 0)
}
