import type { ManagementSchemas } from '../contract/index.ts'
import { askTypes } from '../calls/asks/ask-body.ts'
import type { Ask } from '../domain/ask/ask.ts'
import { subjectOf } from '../domain/subject.ts'
import type { ManagementServices } from './context.ts'

/** An ask as it is shown; what the product answered may hold anything, so it is private. */
export function viewAsk(ask: Ask, { show }: ManagementServices): ManagementSchemas['Ask'] {
  const { instanceId, lastAnswer } = ask
  return {
    id: ask.id,
    type: askTypes[ask.kind],
    subject: aboutOf(ask),
    state: ask.state,
    attempt: ask.attempt,
    nextAt: ask.nextAt?.toISOString() ?? null,
    deadline: ask.deadline?.toISOString() ?? null,
    answerCode: ask.answerCode,
    lastError: ask.lastError,
    lastAnswer: lastAnswer && show(subjectOf('instance', instanceId), lastAnswer, () => '***'),
    createdAt: ask.createdAt.toISOString(),
    updatedAt: ask.updatedAt.toISOString(),
  }
}

function aboutOf({ kind, subject, orderId }: Ask): string {
  if (kind === 'apply-change') return subjectOf('order', orderId)
  return subjectOf(kind === 'provision' ? 'instance' : 'license', subject)
}
