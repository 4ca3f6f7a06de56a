import type { Wording } from './wording.ts'

/** How the changes are told in English. */
export const en: Wording = {
  actors: {
    seller: {
      caller: 'the store',
      answerer: "the seller's server",
    },
    store: {
      caller: "the seller's server",
      answerer: 'the store',
    },
    management: {
      caller: "the seller's product",
      answerer: 'Koogate',
    },
    webhooks: {
      caller: 'Koogate',
      answerer: "the seller's product",
    },
  },
  frame: {
    title: 'Changes of the contract since {from}',
    same: 'Nothing has changed since {from}.',
    breaking: 'Breaking ({count})',
    other: 'Compatible ({count})',
    must: 'To do: ',
    more: ' (and {count} more operations)',
    request: 'request',
    answer: 'answer',
    wholes: { request: 'the request', answer: 'the answer', operation: 'the interface' },
    none: 'none',
    versions: 'Versions: {list}.',
    refused:
      'Breaking without a new major version: {list}. Raise the first number of info.version, or take the change back.',
    forbidden:
      'Only ever added to, so no version number allows a breaking change: {list}. Keep the old name and mark it deprecated, or take the change back.',
  },
  kinds: {
    'document-added': {
      what: 'The whole document is new.',
    },
    'document-removed': {
      what: 'The whole document is gone.',
      must: 'stop using any of its interfaces.',
    },
    'operation-added': {
      what: 'New interface.',
    },
    'operation-removed': {
      what: 'The interface is gone.',
      must: '{caller} must not call it any more.',
    },
    'operation-deprecated': {
      what: 'The interface is deprecated: it works still, and nothing new should use it.',
    },
    'key-changed': {
      what: 'Calls are verified by {now}; it was {was}.',
      must: '{caller} must sign with the new key or token.',
    },
    'repeat-changed': {
      what: 'What makes a repeat of {member} is now: “{now}”. It was: “{was}”.',
    },
    'retry-changed': {
      what: 'How long {member} is tried again is now: “{now}”. It was: “{was}”.',
    },
    'body-required': {
      what: 'A body is required now.',
      must: '{caller} must send a body.',
    },
    'body-optional': {
      what: 'The body may be left out now.',
    },
    'media-added': {
      what: 'The content type {now} is new.',
    },
    'media-removed': {
      what: 'The content type {was} is gone.',
      must: '{sender} and {reader} must use one of the others.',
    },
    'status-added': {
      what: 'HTTP status {now} may be answered, too.',
    },
    'status-removed': {
      what: 'HTTP status {was} is not answered any more.',
    },
    'success-removed': {
      what: 'Success is not told by HTTP status {was} any more.',
      must: '{caller} must know success by the statuses that are left.',
    },
    'member-added': {
      what: '{member} is new.',
    },
    'member-added-required': {
      what: '{member} is new and required.',
      must: '{sender} must send {member}; without it the call is refused.',
    },
    'member-removed': {
      what: '{member} is gone.',
      must: '{sender} must not count on sending it, and {reader} must do without it.',
    },
    'member-required': {
      what: '{member} is required now; it could be left out.',
      must: '{sender} must always send {member}.',
    },
    'member-optional': {
      what: '{member} may be left out now; it was always there.',
      must: '{reader} must be ready for answers and calls without {member}.',
    },
    'types-narrowed': {
      what: '{member} is of type {now} only; it could be {was}.',
      must: '{sender} must send {member} as {now}.',
    },
    'types-widened': {
      what: '{member} may be of type {now}; it was {was}.',
      must: '{reader} must be ready for each of these types.',
    },
    'types-changed': {
      what: '{member} is of type {now}; it was {was}.',
      must: '{sender} must send the new type, and {reader} must read it.',
    },
    'values-removed': {
      what: '{member} may not be {was} any more.',
      must: '{sender} must not send {was} any more.',
    },
    'values-added': {
      what: '{member} may be {now}, too.',
      must: '{reader} must be ready for {now}.',
    },
    'values-foretold': {
      what: '{member} may be {now}, too. The contract had said that more values would come.',
    },
    'values-limited': {
      what: '{member} is one of {now} now; it could be anything of its type.',
      must: '{sender} must send one of these values.',
    },
    'values-unlimited': {
      what: '{member} may be any value now; it was one of {was}.',
      must: '{reader} must be ready for values it does not know.',
    },
    'variant-removed': {
      what: '{member} has no form {was} any more.',
      must: '{sender} must not send {was} any more.',
    },
    'variant-added': {
      what: '{member} has the new form {now}.',
      must: '{reader} must be ready for {now}.',
    },
    'bound-narrowed': {
      what: 'The bound of {member} is narrower: {now}; it was {was}.',
      must: '{sender} must keep to {now}.',
    },
    'bound-widened': {
      what: 'The bound of {member} is wider: {now}; it was {was}.',
      must: '{reader} must have room for {now}.',
    },
    'form-added': {
      what: '{member} must have a form now: {now}.',
      must: '{sender} must write {member} in this form.',
    },
    'form-removed': {
      what: '{member} is not held to its form any more: {was}.',
      must: '{reader} must be ready for other forms.',
    },
    'form-widened': {
      what: '{member} may have more forms: {now}; it was {was}.',
      must: '{reader} must be ready for the new forms.',
    },
    'form-changed': {
      what: '{member} has another form: {now}; it was {was}.',
      must: '{sender} must write the new form, and {reader} must read it.',
    },
    'members-closed': {
      what: '{member} takes no unknown members any more.',
      must: '{sender} must send known members only.',
    },
    'members-opened': {
      what: '{member} may have members that are not in the contract.',
    },
    'condition-changed': {
      what: 'The conditions between the members of {member} are others.',
      must: 'compare the two versions of the schema: {sender} must keep the new conditions.',
    },
    'wording-changed': {
      what: 'Texts and examples differ in {now} places; nothing on the wire does.',
    },
  },
}
