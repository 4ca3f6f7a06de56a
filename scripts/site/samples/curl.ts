import {
  type ProofLines,
  type Sample,
  type SampleLanguage,
  canonicalStart,
  isMultipart,
  proofLines,
  queryText,
  timeStampIn,
} from './sample.ts'

const milliseconds = '$(date +%s)000'
const random = '$(openssl rand -hex 32)'
const inHex = "| sed 's/.* //'"

const proofs: ProofLines = {
  none: (_proof, sample) => curlOf(sample, []),
  bearer: ({ token }, sample) => [
    `TOKEN=${quoted(token)}`,
    ...curlOf(sample, ['authorization: Bearer $TOKEN']),
  ],
  'v2-query': ({ key }, sample) => [
    `KEY=${quoted(key)}`,
    `TIMESTAMP=${milliseconds}`,
    `NONCE=${random}`,
    '',
    `hmac() { openssl dgst -sha256 -hmac "$KEY" ${inHex}; }`,
    'INNER=$(printf %s "$BODY" | hmac)',
    'SIGNATURE=$(printf %s "$KEY$NONCE$TIMESTAMP$INNER" | hmac)',
    ...curlOf(sample, [], '?timestamp=$TIMESTAMP&nonce=$NONCE&signature=$SIGNATURE'),
  ],
  'kit-v2': ({ key }, sample) => [
    `KEY=${quoted(key)}`,
    `TIMESTAMP=${milliseconds}`,
    `NONCE=${random}`,
    '',
    'SIGNATURE=$(printf %s "$KEY$NONCE$TIMESTAMP$BODY" |',
    `  openssl dgst -sha256 -hmac "$KEY" ${inHex})`,
    ...curlOf(sample, ['x-sign: $SIGNATURE', 'x-timestamp: $TIMESTAMP', 'x-nonce: $NONCE']),
  ],
  'v1-query': ({ key, text }, sample) => [
    `KEY=${quoted(key)}`,
    `TEXT=${quoted(text)}`,
    `TIME=${quoted(timeStampIn(text))}`,
    'TOKEN=$(printf %s "$TEXT" | openssl dgst -sha256 -hmac "$KEY$TIME" -binary | base64)',
    'curl -sS -i -G \\',
    ...sample.query.map(([name, value]) => `  --data-urlencode ${quoted(`${name}=${value}`)} \\`),
    '  --data-urlencode "authToken=$TOKEN" \\',
    `  ${quoted(sample.address)}`,
  ],
  'v1-body': ({ key, text }, sample) => [
    `KEY=${quoted(key)}`,
    '',
    '# Every member but the blank ones, sorted by name.',
    `TEXT=${quoted(text)}`,
    `TIME=${quoted(timeStampIn(text))}`,
    'TOKEN=$(printf %s "$TEXT" | openssl dgst -sha256 -hmac "$KEY$TIME" -binary | base64)',
    ...curlOf(sample, ['authToken: $TOKEN']),
  ],
  'ak-sk': ({ account }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    ...akSk(sample),
    ...curlOf(sample, ['x-sdk-date: $DATE', 'authorization: $AUTHORIZATION']),
  ],
  usage: ({ account, key }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    `KEY=${quoted(key)}`,
    `TS=${milliseconds}`,
    `NONCE=${random}`,
    '',
    'SIGNATURE=$(printf %s "ts=$TS&nonce=$NONCE&body=$BODY" |',
    '  openssl dgst -sha256 -hmac "$KEY" -binary | base64)',
    ...akSk(sample),
    ...curlOf(sample, [
      'signature: $SIGNATURE',
      'ts: $TS',
      'nonce: $NONCE',
      'x-sdk-date: $DATE',
      'authorization: $AUTHORIZATION',
    ]),
  ],
  webhook: ({ secret }, sample) => [
    `SECRET=${quoted(secret)}`,
    `ID=${random}`,
    `TIMESTAMP=$(date +%s)`,
    '',
    'KEY=$(printf %s "${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d " \\n")',
    'SIGNATURE=$(printf %s "$ID.$TIMESTAMP.$BODY" |',
    '  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)',
    ...curlOf(sample, [
      'webhook-id: $ID',
      'webhook-timestamp: $TIMESTAMP',
      'webhook-signature: v1,$SIGNATURE',
    ]),
  ],
}

/** A shell with curl and openssl. */
export const curl: SampleLanguage = { label: 'curl', file: 'sample.sh', write }

function write(sample: Sample): string {
  return [...bodyOf(sample), ...proofLines(proofs, sample)].join('\n')
}

function curlOf(sample: Sample, more: readonly string[], signedQuery = ''): string[] {
  const plain = sample.headers.map(([name, value]) => quoted(`${name}: ${value}`))
  const headers = [...plain, ...more.map((header) => `"${header}"`)]
  const url = quoted(sample.address + queryText(sample))
  return [
    `curl -sS -i -X ${sample.method} \\`,
    ...headers.map((header) => `  -H ${header} \\`),
    ...(sample.body === undefined ? [] : ['  --data-binary "$BODY" \\']),
    `  ${signedQuery === '' ? url : `"${sample.address}${signedQuery}"`}`,
  ]
}

function accountOf(accessKey: string, secretKey: string): string[] {
  return [`AK=${quoted(accessKey)}`, `SK=${quoted(secretKey)}`]
}

function akSk(sample: Sample): string[] {
  const { signedHeaders, lines } = canonicalStart(sample)
  return [
    `DATE=$(date -u +%Y%m%dT%H%M%SZ)`,
    '',
    `sha256() { openssl dgst -sha256 ${inHex}; }`,
    `SIGNED=${quoted(signedHeaders)}`,
    `HASH=$(printf %s ${sample.body === undefined ? "''" : '"$BODY"'} | sha256)`,
    `CANONICAL="${lines.join('\n')}`,
    'x-sdk-date:$DATE',
    '',
    '$SIGNED',
    '$HASH"',
    'AK_SK=$(printf \'SDK-HMAC-SHA256\\n%s\\n%s\' "$DATE" "$(printf %s "$CANONICAL" | sha256)" |',
    `  openssl dgst -sha256 -hmac "$SK" ${inHex})`,
    'AUTHORIZATION="SDK-HMAC-SHA256 Access=$AK, SignedHeaders=$SIGNED, Signature=$AK_SK"',
  ]
}

function bodyOf(sample: Sample): string[] {
  const { body } = sample
  if (body === undefined) return []
  const ends = isMultipart(sample) ? " | sed '$!s/$/\\r/'" : ''
  return [`BODY=$(cat <<'BODY'${ends}`, ...body.split('\n'), 'BODY', ')']
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
