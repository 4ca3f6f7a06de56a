import type { Change } from '../changes.ts'
import { followed, operationsOf } from '../contract.ts'
import type { Review } from '../review.ts'
import { type Tree, isTree, shown, tableOf, treeOf } from '../tree.ts'

/** A message in which a change can be seen. */
export interface Scene {
  readonly title: string
  readonly text: string
}

/**
 * An example message of the operation that a change concerns: of the part it stands in, and, of all
 * scenes, the first that has the member. As it is now, or as it was where it is gone.
 */
export function sceneOf(change: Change, review: Review): Scene | undefined {
  const documents = [review.after[change.document], review.before[change.document]]
  for (const document of documents) {
    if (document === undefined) continue
    const scenes = scenesOf(change, document)
    const names = change.member.replaceAll('[]', '').split('.').filter(Boolean)
    const scene = scenes.find(({ value }) => hasMember(value, names)) ?? scenes[0]
    if (scene !== undefined) return { title: scene.title, text: written(scene.value) }
  }
  return undefined
}

interface Example {
  readonly title: string
  readonly value: unknown
}

function scenesOf({ operations, part }: Change, document: Tree): Example[] {
  const operation = operationsOf(document).find(({ name }) => operations.includes(name))
  if (operation === undefined) return []
  const { tree, parameters } = operation
  const queries = parameters.flatMap((one) => examplesIn(followed(one, document), document))
  const asked = examplesOfMessage(treeOf(tree['requestBody']), document)
  const answered = [...tableOf(tree['responses']).values()].flatMap((answer) =>
    examplesOfMessage(answer, document),
  )
  return part === 'answer' ? answered : [...asked, ...queries, ...answered]
}

function examplesOfMessage(message: Tree, document: Tree): Example[] {
  const { content } = followed(message, document)
  return [...tableOf(content).values()].flatMap((media) => examplesIn(media, document))
}

function examplesIn(tree: Tree, document: Tree): Example[] {
  return [...tableOf(tree['examples'])].map(([name, example]) => {
    const { summary, value } = followed(example, document)
    return { title: summary === undefined ? name : shown(summary), value }
  })
}

// The first name is often an activity, which the message itself does not have.
function hasMember(value: unknown, names: readonly string[]): boolean {
  const [first, ...rest] = names
  if (first === undefined) return true
  if (Array.isArray(value)) return value.some((one) => hasMember(one, names))
  if (!isTree(value)) return false
  if (value['activity'] === first) return hasMember(value, rest)
  return first in value && hasMember(value[first], rest)
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}
