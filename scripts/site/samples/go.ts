import {
  type ProofLines,
  type Sample,
  type SampleLanguage,
  canonicalStart,
  doubleQuoted,
  isMultipart,
  proofLines,
  queryText,
  timeStampIn,
} from './sample.ts'

const milliseconds = 'strconv.FormatInt(time.Now().UnixMilli(), 10)'

const proofs: ProofLines = {
  none: (_proof, sample) => [urlOf(sample), ...requestOf(sample)],
  bearer: ({ token }, sample) => [
    `token := ${doubleQuoted(token)}`,
    urlOf(sample),
    ...requestOf(sample, [['authorization', '"Bearer "+token']]),
  ],
  'v2-query': ({ key }, sample) => [
    `key := ${doubleQuoted(key)}`,
    `timestamp := ${milliseconds}`,
    `nonce := random()`,
    '',
    'inner := hex.EncodeToString(mac([]byte(key), body))',
    'signature := hex.EncodeToString(mac([]byte(key), key+nonce+timestamp+inner))',
    `url := ${doubleQuoted(sample.address)} +`,
    '\t"?timestamp=" + timestamp + "&nonce=" + nonce + "&signature=" + signature',
    ...requestOf(sample),
  ],
  'kit-v2': ({ key }, sample) => [
    `key := ${doubleQuoted(key)}`,
    `timestamp := ${milliseconds}`,
    `nonce := random()`,
    '',
    'signature := hex.EncodeToString(mac([]byte(key), key+nonce+timestamp+body))',
    urlOf(sample),
    ...requestOf(sample, [
      ['x-sign', 'signature'],
      ['x-timestamp', 'timestamp'],
      ['x-nonce', 'nonce'],
    ]),
  ],
  'v1-query': ({ key }, sample) => [
    `key := ${doubleQuoted(key)}`,
    'parameters := map[string]string{',
    ...sample.query.map(([name, value]) => `\t"${name}": ${doubleQuoted(value)},`),
    '}',
    '',
    'query := url.Values{}',
    'pairs := []string{}',
    'for name, value := range parameters {',
    '\tquery.Set(name, value)',
    '\tpairs = append(pairs, name+"="+value)',
    '}',
    'sort.Strings(pairs)',
    'token := mac([]byte(key+parameters["timeStamp"]), strings.Join(pairs, "&"))',
    'query.Set("authToken", base64.StdEncoding.EncodeToString(token))',
    `address := ${doubleQuoted(`${sample.address}?`)} + query.Encode()`,
    ...requestOf(sample, [], 'address'),
  ],
  'v1-body': ({ key, text }, sample) => [
    `key := ${doubleQuoted(key)}`,
    '',
    '// Every member but the blank ones, sorted by name.',
    `text := ${doubleQuoted(text)}`,
    `time := ${doubleQuoted(timeStampIn(text))}`,
    'token := base64.StdEncoding.EncodeToString(mac([]byte(key+time), text))',
    urlOf(sample),
    ...requestOf(sample, [['authToken', 'token']]),
  ],
  'ak-sk': ({ account }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    ...akSk(sample),
    ...requestOf(sample, [
      ['x-sdk-date', 'date'],
      ['authorization', 'authorization'],
    ]),
  ],
  usage: ({ account, key }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    `key := ${doubleQuoted(key)}`,
    `ts := ${milliseconds}`,
    `nonce := random()`,
    '',
    'sum := mac([]byte(key), "ts="+ts+"&nonce="+nonce+"&body="+body)',
    'signature := base64.StdEncoding.EncodeToString(sum)',
    ...akSk(sample),
    ...requestOf(sample, [
      ['signature', 'signature'],
      ['ts', 'ts'],
      ['nonce', 'nonce'],
      ['x-sdk-date', 'date'],
      ['authorization', 'authorization'],
    ]),
  ],
  webhook: ({ secret }, sample) => [
    `secret := ${doubleQuoted(secret)}`,
    `id := random()`,
    `timestamp := strconv.FormatInt(time.Now().Unix(), 10)`,
    '',
    'key, _ := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))',
    'sum := mac(key, id+"."+timestamp+"."+body)',
    'signature := "v1," + base64.StdEncoding.EncodeToString(sum)',
    urlOf(sample),
    ...requestOf(sample, [
      ['webhook-id', 'id'],
      ['webhook-timestamp', 'timestamp'],
      ['webhook-signature', 'signature'],
    ]),
  ],
}

const helpers: Readonly<Record<string, readonly string[]>> = {
  mac: [
    'func mac(key []byte, text string) []byte {',
    '\thash := hmac.New(sha256.New, key)',
    '\thash.Write([]byte(text))',
    '\treturn hash.Sum(nil)',
    '}',
  ],
  digest: [
    'func digest(text string) string {',
    '\tsum := sha256.Sum256([]byte(text))',
    '\treturn hex.EncodeToString(sum[:])',
    '}',
  ],
  random: [
    'func random() string {',
    '\tbytes := make([]byte, 32)',
    '\trand.Read(bytes)',
    '\treturn hex.EncodeToString(bytes)',
    '}',
  ],
}

const packages = {
  'crypto/hmac': 'hmac.New',
  'crypto/rand': 'rand.Read',
  'crypto/sha256': 'sha256.',
  'encoding/base64': 'base64.StdEncoding',
  'encoding/hex': 'hex.EncodeToString',
  fmt: 'fmt.Println',
  io: 'io.ReadAll',
  'net/http': 'http.NewRequest',
  'net/url': 'url.Values',
  sort: 'sort.Strings',
  strconv: 'strconv.FormatInt',
  strings: 'strings.',
  time: 'time.Now',
}

/** Go 1.19 or newer, with its own library alone. */
export const go: SampleLanguage = { label: 'Go', file: 'sample.go', write }

function write(sample: Sample): string {
  const body = bodyOf(sample)
  const lines = [
    ...proofLines(proofs, sample),
    'answer, err := http.DefaultClient.Do(request)',
    'if err != nil {',
    '\tpanic(err)',
    '}',
    'defer answer.Body.Close()',
    'content, _ := io.ReadAll(answer.Body)',
    'fmt.Println(answer.StatusCode, string(content))',
  ].map((line) => (line === '' ? '' : `\t${line}`))
  const main = ['func main() {', ...lines, '}'].join('\n')
  const used = Object.entries(helpers).filter(([name]) => main.includes(`${name}(`))
  const code = [main, ...used.map(([, helper]) => helper.join('\n'))].join('\n\n')
  const all = `${body}${code}`
  const needed = Object.entries(packages).filter(([name, sign]) =>
    (name === 'strings' ? all : code).includes(sign),
  )
  const imports = needed.map(([name]) => `\t"${name}"`)
  return ['package main', '', 'import (', ...imports, ')', '', all].join('\n')
}

function accountOf(accessKey: string, secretKey: string): string[] {
  return [`accessKey := ${doubleQuoted(accessKey)}`, `secretKey := ${doubleQuoted(secretKey)}`]
}

function akSk(sample: Sample): string[] {
  const { signedHeaders, lines } = canonicalStart(sample)
  return [
    `date := time.Now().UTC().Format("20060102T150405Z")`,
    '',
    `signedHeaders := ${doubleQuoted(signedHeaders)}`,
    'canonical := strings.Join([]string{',
    ...lines.map((line) => `\t${doubleQuoted(line)},`),
    '\t"x-sdk-date:" + date,',
    '\t"",',
    '\tsignedHeaders,',
    `\tdigest(${sample.body === undefined ? '""' : 'body'}),`,
    '}, "\\n")',
    'toSign := "SDK-HMAC-SHA256\\n" + date + "\\n" + digest(canonical)',
    'authorization := "SDK-HMAC-SHA256 Access=" + accessKey +',
    '\t", SignedHeaders=" + signedHeaders +',
    '\t", Signature=" + hex.EncodeToString(mac([]byte(secretKey), toSign))',
    urlOf(sample),
  ]
}

// A text in backticks may have none in itself.
function bodyOf(sample: Sample): string {
  const { body } = sample
  if (body === undefined) return ''
  const raw = `\`${body.replaceAll('`', '` + "`" + `')}\``
  if (!isMultipart(sample)) return `const body = ${raw}\n\n`
  return `var body = strings.ReplaceAll(${raw}, "\\n", "\\r\\n")\n\n`
}

function urlOf(sample: Sample): string {
  return `url := ${doubleQuoted(sample.address + queryText(sample))}`
}

function requestOf(
  { method, headers, body }: Sample,
  more: readonly (readonly [name: string, value: string])[] = [],
  address = 'url',
): string[] {
  const reader = body === undefined ? 'nil' : 'strings.NewReader(body)'
  const plain = headers.map(([name, value]) => [name, doubleQuoted(value)] as const)
  return [
    `request, _ := http.NewRequest("${method}", ${address}, ${reader})`,
    ...[...plain, ...more].map(([name, value]) => `request.Header.Set("${name}", ${value})`),
  ]
}
