import {
  type ProofLines,
  type Sample,
  type SampleLanguage,
  canonicalStart,
  isMultipart,
  proofLines,
  queryText,
  singleQuoted,
} from './sample.ts'

const milliseconds = 'String(Date.now())'
const random = "randomBytes(32).toString('hex')"

const proofs: ProofLines = {
  none: (_proof, sample) => [
    `const url = ${singleQuoted(sample.address + queryText(sample))}`,
    ...headersOf(sample),
  ],
  bearer: ({ token }, sample) => [
    `const token = ${singleQuoted(token)}`,
    `const url = ${singleQuoted(sample.address + queryText(sample))}`,
    ...headersOf(sample, ['authorization: `Bearer ${token}`']),
  ],
  'v2-query': ({ key }, sample) => [
    `const key = ${singleQuoted(key)}`,
    `const timestamp = ${milliseconds}`,
    `const nonce = ${random}`,
    '',
    "const hmac = (text) => createHmac('sha256', key).update(text).digest('hex')",
    'const signature = hmac(key + nonce + timestamp + hmac(body))',
    `const url = \`${sample.address}?timestamp=\${timestamp}&nonce=\${nonce}&signature=\${signature}\``,
    ...headersOf(sample),
  ],
  'kit-v2': ({ key }, sample) => [
    `const key = ${singleQuoted(key)}`,
    `const timestamp = ${milliseconds}`,
    `const nonce = ${random}`,
    '',
    "const signature = createHmac('sha256', key)",
    '  .update(key + nonce + timestamp + body)',
    "  .digest('hex')",
    `const url = ${singleQuoted(sample.address)}`,
    ...headersOf(sample, ["'x-sign': signature", "'x-timestamp': timestamp", "'x-nonce': nonce"]),
  ],
  'v1-query': ({ key }, sample) => [
    `const key = ${singleQuoted(key)}`,
    'const parameters = {',
    ...sample.query.map(([name, value]) => `  ${name}: ${singleQuoted(value)},`),
    '}',
    '',
    'const text = Object.keys(parameters)',
    '  .sort()',
    '  .map((name) => `${name}=${parameters[name]}`)',
    "  .join('&')",
    "const authToken = createHmac('sha256', key + parameters.timeStamp).update(text).digest('base64')",
    `const url = \`${sample.address}?\${new URLSearchParams({ ...parameters, authToken })}\``,
    ...headersOf(sample),
  ],
  'v1-body': ({ key }, sample) => [
    `const key = ${singleQuoted(key)}`,
    '',
    '// Every member but the blank ones, sorted by name.',
    'const members = JSON.parse(body)',
    'const text = Object.keys(members)',
    "  .filter((name) => String(members[name] ?? '').trim() !== '')",
    '  .sort()',
    '  .map((name) => `${name}=${members[name]}`)',
    "  .join('&')",
    "const authToken = createHmac('sha256', key + members.timeStamp).update(text).digest('base64')",
    `const url = ${singleQuoted(sample.address)}`,
    ...headersOf(sample, ['authToken']),
  ],
  'ak-sk': ({ account }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    ...akSk(sample),
    ...headersOf(sample, ["'x-sdk-date': date", 'authorization']),
  ],
  usage: ({ account, key }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    `const key = ${singleQuoted(key)}`,
    `const ts = ${milliseconds}`,
    `const nonce = ${random}`,
    '',
    "const signature = createHmac('sha256', key)",
    '  .update(`ts=${ts}&nonce=${nonce}&body=${body}`)',
    "  .digest('base64')",
    ...akSk(sample),
    ...headersOf(sample, ['signature', 'ts', 'nonce', "'x-sdk-date': date", 'authorization']),
  ],
  webhook: ({ secret }, sample) => [
    `const secret = ${singleQuoted(secret)}`,
    `const id = ${random}`,
    'const timestamp = String(Math.floor(Date.now() / 1000))',
    '',
    "const key = Buffer.from(secret.replace('whsec_', ''), 'base64')",
    "const signature = createHmac('sha256', key)",
    '  .update(`${id}.${timestamp}.${body}`)',
    "  .digest('base64')",
    `const url = ${singleQuoted(sample.address)}`,
    ...headersOf(sample, [
      "'webhook-id': id",
      "'webhook-timestamp': timestamp",
      "'webhook-signature': `v1,${signature}`",
    ]),
  ],
}

/** JavaScript for Node, with nothing but what it brings. */
export const node: SampleLanguage = { label: 'Node.js', file: 'sample.mjs', write }

function write(sample: Sample): string {
  const lines = proofLines(proofs, sample)
  const rest = [
    ...bodyOf(sample),
    ...lines,
    `const answer = await fetch(url, { method: ${singleQuoted(sample.method)}, headers${sample.body === undefined ? '' : ', body'} })`,
    'console.log(answer.status, await answer.text())',
  ]
  const text = rest.join('\n')
  const used = ['createHash', 'createHmac', 'randomBytes'].filter((name) =>
    text.includes(`${name}(`),
  )
  const imports = used.length === 0 ? '' : `import { ${used.join(', ')} } from 'node:crypto'\n\n`
  return imports + text
}

function accountOf(accessKey: string, secretKey: string): string[] {
  return [
    `const accessKey = ${singleQuoted(accessKey)}`,
    `const secretKey = ${singleQuoted(secretKey)}`,
  ]
}

function akSk(sample: Sample): string[] {
  const { signedHeaders, lines } = canonicalStart(sample)
  return [
    "const date = new Date().toISOString().replace(/[-:]|\\.\\d+/g, '')",
    '',
    "const sha256 = (text) => createHash('sha256').update(text).digest('hex')",
    `const signedHeaders = ${singleQuoted(signedHeaders)}`,
    'const canonical = [',
    ...lines.map((line) => `  ${singleQuoted(line)},`),
    '  `x-sdk-date:${date}`,',
    "  '',",
    '  signedHeaders,',
    `  sha256(${sample.body === undefined ? "''" : 'body'}),`,
    "].join('\\n')",
    "const akSkSignature = createHmac('sha256', secretKey)",
    '  .update(`SDK-HMAC-SHA256\\n${date}\\n${sha256(canonical)}`)',
    "  .digest('hex')",
    'const authorization =',
    '  `SDK-HMAC-SHA256 Access=${accessKey}, ` +',
    '  `SignedHeaders=${signedHeaders}, Signature=${akSkSignature}`',
    `const url = ${singleQuoted(sample.address + queryText(sample))}`,
  ]
}

function bodyOf(sample: Sample): string[] {
  const { body } = sample
  if (body === undefined) return []
  const escaped = body.replace(/[\\`]|\$\{/g, '\\$&')
  const ends = isMultipart(sample) ? ".replaceAll('\\n', '\\r\\n')" : ''
  return `const body = \`${escaped}\`${ends}`.split('\n')
}

function headersOf({ headers }: Sample, more: readonly string[] = []): string[] {
  const plain = headers.map(([name, value]) => `'${name}': ${singleQuoted(value)}`)
  const all = [...plain, ...more].map((line) => `  ${line},`)
  return all.length === 0 ? ['const headers = {}'] : ['const headers = {', ...all, '}']
}
