import { bodyOf } from '../../simulator/calls/answer.ts'
import type { HttpResult } from '../../simulator/calls/sender.ts'
import { triggerEvents } from '../../simulator/trigger/events.ts'
import { type Triggered, trigger } from '../../simulator/trigger/trigger.ts'
import { maskAnswer, maskCall } from '../../mask/mask.ts'
import { fitted } from '../../simulator/scenarios/columns.ts'
import type { Context } from '../context.ts'
import type { Ending } from '../exit-codes.ts'
import type { Text } from '../language.ts'
import type { Output } from '../output.ts'
import { type TriggerFlags, readTrigger } from './read-flags.ts'

/** Prints every event with the generations that know it. */
export function listEvents({ output }: Context): void {
  const byEvent = Map.groupBy(triggerEvents(), ({ event }) => event)
  for (const [event, all] of byEvent) {
    const generations = all.map(({ generation }) => generation)
    output.line(`${event.padEnd(26)}${generations.join(', ')}`)
    output.json({ event, generations })
  }
}

/** Sends one call and prints what came back, and what the store's debugger would say of it. */
export async function runTrigger(
  event: string | undefined,
  flags: TriggerFlags,
  { env, output, signal, end }: Context,
): Promise<void> {
  const options = readTrigger(event, flags, env)
  const sent = await trigger({ ...options, signal })
  const reason = unjudged(sent.http, output)
  const ending = endingOf(sent, reason)
  print(sent, reason, output)
  output.json({ ...asJson(sent, reason), verdict: ending })
  end(ending)
}

function endingOf({ faults }: Triggered, reason: string | undefined): Ending {
  if (reason !== undefined) return 'notJudged'
  return faults.length === 0 ? 'kept' : 'broken'
}

// Whatever is not a seller's server breaks no rule of one.
function unjudged(http: HttpResult, { say }: Output): string | undefined {
  if (http.kind === 'unreachable')
    return say({ en: `nobody answers (${http.reason})`, zh: `无人应答（${http.reason}）` })
  const seconds = Math.round(http.milliseconds / 1000)
  if (http.kind === 'silence')
    return say({ en: `no answer within ${seconds} s`, zh: `${seconds} 秒内没有应答` })
  if (/^text\/html/i.test(http.contentType))
    return say({
      en: `a web page came back (HTTP ${http.status}), not the answer of an interface`,
      zh: `返回的是网页（HTTP ${http.status}），不是接口应答`,
    })
  return undefined
}

function print(
  { call, request, http, faults }: Triggered,
  reason: string | undefined,
  output: Output,
) {
  const { say, style, line } = output
  const label = (text: Text) => fitted(say(text), 10)
  line(
    `${label({ en: 'sent', zh: '已发送' })}${call.activity} (${call.generation}) ${placeOf(request.url)}`,
  )
  line(`          ${JSON.stringify(maskCall(call.members))}`)
  if (http.kind === 'answer') {
    line(`${label({ en: 'answered', zh: '应答' })}HTTP ${http.status}, ${http.milliseconds} ms`)
    line(`          ${shownBody(http)}`)
  }
  if (reason !== undefined) line(`${label({ en: 'unjudged', zh: '无法判定' })}${reason}`)
  else if (faults.length === 0)
    line(style('green', label({ en: 'right', zh: '正确' })) + say(rightText))
  else
    for (const { check, message } of faults)
      line(`${style('red', label({ en: 'wrong', zh: '错误' }))}${check}  ${message}`)
}

const rightText = {
  en: 'the store’s debugger would let it pass',
  zh: '可通过云商店的调测',
}

function asJson({ call, request, http, faults }: Triggered, reason: string | undefined) {
  const answer = http.kind === 'answer' && {
    status: http.status,
    milliseconds: http.milliseconds,
    body: bodyOf(http) === undefined ? null : maskAnswer(bodyOf(http) ?? {}),
  }
  return {
    event: call.activity,
    generation: call.generation,
    url: placeOf(request.url),
    members: maskCall(call.members),
    ...(answer && { answer }),
    ...(reason !== undefined && { reason }),
    faults: reason === undefined ? faults : [],
  }
}

function shownBody(http: HttpResult): string {
  const body = bodyOf(http)
  if (body !== undefined) return JSON.stringify(maskAnswer(body))
  return http.kind === 'answer' ? `${http.bytes.length} bytes` : ''
}

// Without the query, which holds the signature, and in V1 the members.
function placeOf({ origin, pathname }: URL): string {
  return origin + pathname
}
