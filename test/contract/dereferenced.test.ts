import type { Document } from 'openapi-backend'
import { expect, test } from 'vitest'
import { dereferenced } from '../../src/contract/dereferenced.ts'

/** Resolves a document with these schemas, and returns them. */
function resolvedSchemas(schemas: object): Record<string, Record<string, unknown>> {
  const info = { title: '', version: '' }
  const document = { openapi: '3.1.0', info, paths: {}, components: { schemas } } as Document
  return dereferenced(document).components?.schemas as Record<string, Record<string, unknown>>
}
const to = (name: string) => ({ $ref: `#/components/schemas/${name}` })

test('a reference is what it leads to, over several steps and names that are written in another way', () => {
  const { A: first, C: last } = resolvedSchemas({
    A: { items: [to('B')] },
    B: to('a~1b%20c'),
    'a/b c': to('C'),
    C: { type: 'string' },
  })
  expect(first).toEqual({ items: [{ type: 'string' }] })
  expect((first as { items: unknown[] }).items[0]).toBe(last)
})

test('what stands beside a reference counts before what it leads to', () => {
  const { Tree: tree } = resolvedSchemas({
    Tree: { ...to('Node'), description: 'own', additionalProperties: to('Node') },
    Node: { type: 'object', description: 'other' },
  })
  const node = { type: 'object', description: 'other' }
  expect(tree).toEqual({ type: 'object', description: 'own', additionalProperties: node })
})

test('a schema that leads back to itself becomes a circle', () => {
  const { Tree: tree } = resolvedSchemas({ Tree: { properties: { child: to('Tree') } } })
  expect((tree as { properties: { child: unknown } }).properties.child).toBe(tree)
})

test('a reference to what is not there is refused by its name', () => {
  expect(() => resolvedSchemas({ A: to('Missing') })).toThrow(
    'the contract has no #/components/schemas/Missing',
  )
})
