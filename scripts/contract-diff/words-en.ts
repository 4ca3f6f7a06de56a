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
    language: 'English',
    heads: ['Where', 'What', 'To do', 'Id'],
    audiences: {
      seller: 'The store calls you',
      store: 'You call the store',
      management: 'Your product',
    },
    page: {
      allowed: 'May be published as it is.',
      refused: 'May not be published as it is.',
      before: 'Before',
      now: 'Now',
      nothing: 'nothing',
      must: 'What you must do',
      example: 'Example',
      where: 'Where',
      texts: 'Texts and examples that differ',
      nobody: 'Nothing has changed here.',
      breaking: 'Breaking',
      rule: 'Rule in a text',
      compatible: 'Compatible',
    },
    title: 'Changes of the contract since {from}',
    same: 'Nothing has changed since {from}.',
    breaking: 'Breaking ({count})',
    rules: 'Rules in texts ({count})',
    other: 'Compatible ({count})',
    must: 'To do: ',
    counted: 'Texts and examples differ in {count} places; nothing on the wire does.',
    decided: 'Decided: {decision}',
    undecided:
      'To decide: does the rule differ? The answer goes to openapi/approvals.yaml, under {id}.',
    toDecide:
      'Rules in texts that nobody has decided about: {count}. Write into openapi/approvals.yaml for each id who decided, why and when; or take the change back.',
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
    'version-changed': {
      what: 'The version of the document is {now}; it was {was}.',
    },
    'openapi-changed': {
      what: 'The document is written in OpenAPI {now}; it was {was}.',
      must: '{caller} needs tools that read OpenAPI {now}.',
    },
    'promise-made': {
      what: 'From here on the document is only added to.',
    },
    'promise-dropped': {
      what: 'The document does not promise any more that it is only added to.',
      must: '{caller} must expect that names go away.',
    },
    'server-added': {
      what: 'There is a further address for calls: {now}.',
    },
    'server-removed': {
      what: 'Calls do not go to {was} any more.',
      must: '{caller} must call one of the other addresses.',
    },
    'server-changed': {
      what: 'Calls go to {now}; it was {was}.',
      must: '{caller} must call the new address.',
    },
    'grouping-changed': {
      what: 'Interfaces stand in the group {now}; it was {was}. Generated clients may name a class after it.',
    },
    'operation-moved': {
      what: 'The interface is called at {now}; it was {was}.',
      must: '{caller} must call the new address.',
    },
    'operation-renamed': {
      what: 'The operationId is {now}; it was {was}. Nothing differs on the wire.',
      must: '{caller} must use the new name in a generated client.',
    },
    'operation-restored': {
      what: 'The interface is not deprecated any more.',
    },
    'path-parameter-renamed': {
      what: '{was} in the path is called {now}. The address stays the same.',
      must: '{caller} must use the new name in a generated client.',
    },
    'address-changed': {
      what: 'The page has the address {now}; it was {was}.',
      must: '{caller} must lead to the new address.',
    },
    'callbacks-changed': {
      what: 'What is called back differs: {now}; it was {was}.',
      must: '{caller} must compare the two versions.',
    },
    'key-added': {
      what: 'Calls may be verified by {now}; it was {was}.',
    },
    'scheme-changed': {
      what: 'The way to prove who calls is {now}; it was {was}.',
      must: '{caller} must prove it in the new way.',
    },
    'rule-changed': {
      what: 'A text that carries rules differs. Before: “{was}”. Now: “{now}”.',
    },
    'body-added': {
      what: 'The request may have a body now.',
    },
    'body-removed': {
      what: 'The request has no body any more.',
      must: '{sender} must not send a body, and {reader} must do without it.',
    },
    'encoding-changed': {
      what: 'The parts of the body are encoded as {now}; it was {was}.',
      must: '{sender} must encode them in the new way.',
    },
    'serialisation-changed': {
      what: '{member} is written in another way: {now}; it was {was}.',
      must: '{sender} must write it in the new way, and {reader} must read it.',
    },
    'success-added': {
      what: 'Success may be told by HTTP status {now}, too.',
      must: '{reader} must take {now} for a success.',
    },
    'links-changed': {
      what: 'The links to other interfaces are others.',
    },
    'member-renamed': {
      what: '{member} is called `{now}`; it was `{was}`.',
      must: '{sender} must send the new name, and {reader} must read it.',
    },
    'member-moved': {
      what: '{member} stands in the {now}; it was in the {was}.',
      must: '{sender} must send it in the {now}.',
    },
    'member-deprecated': {
      what: '{member} is deprecated: it works still, and nothing new should use it.',
    },
    'member-restored': {
      what: '{member} is not deprecated any more.',
    },
    'access-changed': {
      what: '{member} is {now} now; it was {was}.',
      must: '{sender} and {reader} must compare in which direction it is told.',
    },
    'default-added': {
      what: '{member} is taken for {now} where it is left out.',
    },
    'default-changed': {
      what: '{member} is taken for {now} where it is left out; it was {was}.',
      must: 'whoever leaves {member} out, and wants {was}, must send it.',
    },
    'default-removed': {
      what: '{member} has no default any more; it was {was}.',
      must: 'whoever leaves {member} out, and wants {was}, must send it.',
    },
    'values-opened': {
      what: 'More values of {member} will come than those of the contract.',
      must: '{reader} must be ready for values it does not know.',
    },
    'values-closed': {
      what: 'The contract does not say any more that more values of {member} will come.',
      must: 'a generated client knows the listed values only: make it anew, and see that it takes others.',
    },
    'unique-required': {
      what: 'The items of {member} must all differ now.',
      must: '{sender} must not send an item twice.',
    },
    'unique-dropped': {
      what: 'An item of {member} may come twice now.',
      must: '{reader} must be ready for items that repeat.',
    },
    'component-added': {
      what: 'The component {member}, which nobody uses, is new.',
    },
    'component-removed': {
      what: 'The component {member}, which nobody used, is gone.',
    },
    'component-renamed': {
      what: 'The component {was} is called {now}. Nothing differs on the wire; generated clients may name a type after it.',
    },
    'notation-changed': {
      what: '{member} is written otherwise, and the same values fit: {now}; it was {was}.',
    },
    'mark-changed': {
      what: 'Whether {member} is concluded or documented differs: {now}; it was {was}.',
    },
    'text-changed': {
      what: 'A text of {member} differs. Before: “{was}”. Now: “{now}”.',
    },
    'example-changed': {
      what: 'An example differs.',
    },
    'source-changed': {
      what: 'It was written from another page: {now}; it was {was}.',
    },
  },
}
