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

const milliseconds = 'str(int(time.time() * 1000))'
const random = 'secrets.token_hex(32)'

const proofs: ProofLines = {
  none: (_proof, sample) => [
    `url = ${singleQuoted(sample.address + queryText(sample))}`,
    ...headersOf(sample),
  ],
  bearer: ({ token }, sample) => [
    `token = ${singleQuoted(token)}`,
    `url = ${singleQuoted(sample.address + queryText(sample))}`,
    ...headersOf(sample, ["'authorization': f'Bearer {token}'"]),
  ],
  'v2-query': ({ key }, sample) => [
    `key = ${singleQuoted(key)}`,
    `timestamp = ${milliseconds}`,
    `nonce = ${random}`,
    '',
    'def mac(text):',
    '    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()',
    '',
    'signature = mac(key + nonce + timestamp + mac(body))',
    `url = f'${sample.address}?timestamp={timestamp}&nonce={nonce}&signature={signature}'`,
    ...headersOf(sample),
  ],
  'kit-v2': ({ key }, sample) => [
    `key = ${singleQuoted(key)}`,
    `timestamp = ${milliseconds}`,
    `nonce = ${random}`,
    '',
    'text = key + nonce + timestamp + body',
    'signature = hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()',
    `url = ${singleQuoted(sample.address)}`,
    ...headersOf(sample, ["'x-sign': signature", "'x-timestamp': timestamp", "'x-nonce': nonce"]),
  ],
  'v1-query': ({ key }, sample) => [
    `key = ${singleQuoted(key)}`,
    'parameters = {',
    ...sample.query.map(([name, value]) => `    '${name}': ${singleQuoted(value)},`),
    '}',
    '',
    "text = '&'.join(f'{name}={parameters[name]}' for name in sorted(parameters))",
    "mac = hmac.new((key + parameters['timeStamp']).encode(), text.encode(), hashlib.sha256)",
    "parameters['authToken'] = base64.b64encode(mac.digest()).decode()",
    `url = '${sample.address}?' + urllib.parse.urlencode(parameters)`,
    ...headersOf(sample),
  ],
  'v1-body': ({ key }, sample) => [
    `key = ${singleQuoted(key)}`,
    '',
    '# Every member but the blank ones, sorted by name.',
    'members = json.loads(body)',
    "text = '&'.join(",
    "    f'{name}={members[name]}'",
    '    for name in sorted(members)',
    "    if members[name] is not None and str(members[name]).strip() != ''",
    ')',
    "mac = hmac.new((key + members['timeStamp']).encode(), text.encode(), hashlib.sha256)",
    `url = ${singleQuoted(sample.address)}`,
    ...headersOf(sample, ["'authToken': base64.b64encode(mac.digest()).decode()"]),
  ],
  'ak-sk': ({ account }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    ...akSk(sample),
    ...headersOf(sample, ["'x-sdk-date': date", "'authorization': authorization"]),
  ],
  usage: ({ account, key }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    `key = ${singleQuoted(key)}`,
    `ts = ${milliseconds}`,
    `nonce = ${random}`,
    '',
    "text = f'ts={ts}&nonce={nonce}&body={body}'",
    'mac = hmac.new(key.encode(), text.encode(), hashlib.sha256)',
    'signature = base64.b64encode(mac.digest()).decode()',
    ...akSk(sample),
    ...headersOf(sample, [
      "'signature': signature",
      "'ts': ts",
      "'nonce': nonce",
      "'x-sdk-date': date",
      "'authorization': authorization",
    ]),
  ],
  webhook: ({ secret }, sample) => [
    `secret = ${singleQuoted(secret)}`,
    `id = ${random}`,
    `timestamp = str(int(time.time()))`,
    '',
    "key = base64.b64decode(secret.replace('whsec_', ''))",
    "mac = hmac.new(key, f'{id}.{timestamp}.{body}'.encode(), hashlib.sha256)",
    `url = ${singleQuoted(sample.address)}`,
    ...headersOf(sample, [
      "'webhook-id': id",
      "'webhook-timestamp': timestamp",
      "'webhook-signature': 'v1,' + base64.b64encode(mac.digest()).decode()",
    ]),
  ],
}

const modules = ['base64', 'hashlib', 'hmac', 'json', 'secrets', 'time']

/** Python 3.8 or newer, with its own library alone. */
export const python: SampleLanguage = { label: 'Python', file: 'sample.py', write }

function write(sample: Sample): string {
  const lines = proofLines(proofs, sample)
  const data = sample.body === undefined ? 'None' : 'body.encode()'
  const text = [
    ...bodyOf(sample),
    ...lines,
    `request = urllib.request.Request(url, ${data}, headers, method=${singleQuoted(sample.method)})`,
    'try:',
    '    answer = urllib.request.urlopen(request)',
    'except urllib.error.HTTPError as refusal:',
    '    answer = refusal',
    'print(answer.status, answer.read().decode())',
  ].join('\n')
  const used = modules.filter((name) => new RegExp(`\\b${name}\\.[a-z]`).test(withoutBody(text)))
  const urls = text.includes('urllib.parse')
    ? ['urllib.parse', 'urllib.request']
    : ['urllib.request']
  return `import ${[...used, 'urllib.error', ...urls].join(', ')}\n\n${text}`
}

function withoutBody(text: string): string {
  return text.replace(/r'''[^]*?'''/, '')
}

function accountOf(accessKey: string, secretKey: string): string[] {
  return [`access_key = ${singleQuoted(accessKey)}`, `secret_key = ${singleQuoted(secretKey)}`]
}

function akSk(sample: Sample): string[] {
  const { signedHeaders, lines } = canonicalStart(sample)
  return [
    "date = time.strftime('%Y%m%dT%H%M%SZ', time.gmtime())",
    '',
    'def sha256(text):',
    '    return hashlib.sha256(text.encode()).hexdigest()',
    '',
    `signed_headers = ${singleQuoted(signedHeaders)}`,
    "canonical = '\\n'.join([",
    ...lines.map((line) => `    ${singleQuoted(line)},`),
    "    f'x-sdk-date:{date}',",
    "    '',",
    '    signed_headers,',
    `    sha256(${sample.body === undefined ? "''" : 'body'}),`,
    '])',
    "to_sign = '\\n'.join(['SDK-HMAC-SHA256', date, sha256(canonical)])",
    'ak_sk = hmac.new(secret_key.encode(), to_sign.encode(), hashlib.sha256).hexdigest()',
    'authorization = (',
    "    f'SDK-HMAC-SHA256 Access={access_key}, '",
    "    f'SignedHeaders={signed_headers}, Signature={ak_sk}'",
    ')',
    `url = ${singleQuoted(sample.address + queryText(sample))}`,
  ]
}

function bodyOf(sample: Sample): string[] {
  const { body } = sample
  if (body === undefined) return []
  const ends = isMultipart(sample) ? ".replace('\\n', '\\r\\n')" : ''
  return `body = r'''${body}'''${ends}`.split('\n')
}

function headersOf({ headers }: Sample, more: readonly string[] = []): string[] {
  const plain = headers.map(([name, value]) => `'${name}': ${singleQuoted(value)}`)
  const all = [...plain, ...more].map((line) => `    ${line},`)
  return all.length === 0 ? ['headers = {}'] : ['headers = {', ...all, '}']
}
