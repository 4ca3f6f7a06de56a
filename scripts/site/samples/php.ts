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

const milliseconds = '(string) (int) (microtime(true) * 1000)'
const random = 'bin2hex(random_bytes(32))'

const proofs: ProofLines = {
  none: (_proof, sample) => [urlOf(sample), ...headersOf(sample)],
  bearer: ({ token }, sample) => [
    `$token = ${singleQuoted(token)};`,
    urlOf(sample),
    ...headersOf(sample, ['"authorization: Bearer $token"']),
  ],
  'v2-query': ({ key }, sample) => [
    `$key = ${singleQuoted(key)};`,
    `$timestamp = ${milliseconds};`,
    `$nonce = ${random};`,
    '',
    "$inner = hash_hmac('sha256', $body, $key);",
    "$signature = hash_hmac('sha256', $key . $nonce . $timestamp . $inner, $key);",
    `$url = ${singleQuoted(sample.address)}`,
    '    . "?timestamp=$timestamp&nonce=$nonce&signature=$signature";',
    ...headersOf(sample),
  ],
  'kit-v2': ({ key }, sample) => [
    `$key = ${singleQuoted(key)};`,
    `$timestamp = ${milliseconds};`,
    `$nonce = ${random};`,
    '',
    "$signature = hash_hmac('sha256', $key . $nonce . $timestamp . $body, $key);",
    urlOf(sample),
    ...headersOf(sample, [
      '"x-sign: $signature"',
      '"x-timestamp: $timestamp"',
      '"x-nonce: $nonce"',
    ]),
  ],
  'v1-query': ({ key }, sample) => [
    `$key = ${singleQuoted(key)};`,
    '$parameters = [',
    ...sample.query.map(([name, value]) => `    '${name}' => ${singleQuoted(value)},`),
    '];',
    '',
    'ksort($parameters, SORT_STRING);',
    ...v1Text('$parameters'),
    "$mac = hash_hmac('sha256', $text, $key . $parameters['timeStamp'], true);",
    "$parameters['authToken'] = base64_encode($mac);",
    `$url = ${singleQuoted(`${sample.address}?`)} . http_build_query($parameters);`,
    ...headersOf(sample),
  ],
  'v1-body': ({ key }, sample) => [
    `$key = ${singleQuoted(key)};`,
    '',
    '// Every member but the blank ones, sorted by name.',
    "$members = array_filter(json_decode($body, true), fn ($value) => trim($value ?? '') !== '');",
    'ksort($members, SORT_STRING);',
    ...v1Text('$members'),
    "$mac = hash_hmac('sha256', $text, $key . $members['timeStamp'], true);",
    '$authToken = base64_encode($mac);',
    urlOf(sample),
    ...headersOf(sample, ['"authToken: $authToken"']),
  ],
  'ak-sk': ({ account }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    ...akSk(sample),
    ...headersOf(sample, ['"x-sdk-date: $date"', '"authorization: $authorization"']),
  ],
  usage: ({ account, key }, sample) => [
    ...accountOf(account.accessKey, account.secretKey),
    `$key = ${singleQuoted(key)};`,
    `$ts = ${milliseconds};`,
    `$nonce = ${random};`,
    '',
    '$mac = hash_hmac(\'sha256\', "ts=$ts&nonce=$nonce&body=$body", $key, true);',
    '$signature = base64_encode($mac);',
    ...akSk(sample),
    ...headersOf(sample, [
      '"signature: $signature"',
      '"ts: $ts"',
      '"nonce: $nonce"',
      '"x-sdk-date: $date"',
      '"authorization: $authorization"',
    ]),
  ],
  webhook: ({ secret }, sample) => [
    `$secret = ${singleQuoted(secret)};`,
    `$id = ${random};`,
    `$timestamp = (string) time();`,
    '',
    "$key = base64_decode(str_replace('whsec_', '', $secret));",
    '$mac = hash_hmac(\'sha256\', "$id.$timestamp.$body", $key, true);',
    "$signature = 'v1,' . base64_encode($mac);",
    urlOf(sample),
    ...headersOf(sample, [
      '"webhook-id: $id"',
      '"webhook-timestamp: $timestamp"',
      '"webhook-signature: $signature"',
    ]),
  ],
}

/** PHP 8 as it comes, without extensions. */
export const php: SampleLanguage = { label: 'PHP', file: 'sample.php', write }

function write(sample: Sample): string {
  return [
    '<?php',
    ...bodyOf(sample),
    ...proofLines(proofs, sample),
    "$context = stream_context_create(['http' => [",
    `    'method' => ${singleQuoted(sample.method)},`,
    "    'header' => $headers,",
    ...(sample.body === undefined ? [] : ["    'content' => $body,"]),
    "    'ignore_errors' => true,",
    ']]);',
    '$answer = file_get_contents($url, false, $context);',
    'echo $http_response_header[0], PHP_EOL, $answer, PHP_EOL;',
  ].join('\n')
}

function v1Text(members: string): string[] {
  return [
    "$text = implode('&', array_map(",
    '    fn ($name, $value) => "$name=$value",',
    `    array_keys(${members}),`,
    `    ${members},`,
    '));',
  ]
}

function accountOf(accessKey: string, secretKey: string): string[] {
  return [`$accessKey = ${singleQuoted(accessKey)};`, `$secretKey = ${singleQuoted(secretKey)};`]
}

function akSk(sample: Sample): string[] {
  const { signedHeaders, lines } = canonicalStart(sample)
  return [
    `$date = gmdate('Ymd\\THis\\Z');`,
    '',
    `$signedHeaders = ${singleQuoted(signedHeaders)};`,
    '$canonical = implode("\\n", [',
    ...lines.map((line) => `    ${singleQuoted(line)},`),
    '    "x-sdk-date:$date",',
    "    '',",
    '    $signedHeaders,',
    `    hash('sha256', ${sample.body === undefined ? "''" : '$body'}),`,
    ']);',
    '$toSign = "SDK-HMAC-SHA256\\n$date\\n" . hash(\'sha256\', $canonical);',
    "$akSk = hash_hmac('sha256', $toSign, $secretKey);",
    '$authorization = "SDK-HMAC-SHA256 Access=$accessKey, "',
    '    . "SignedHeaders=$signedHeaders, Signature=$akSk";',
    urlOf(sample),
  ]
}

function bodyOf(sample: Sample): string[] {
  const { body } = sample
  if (body === undefined) return []
  const ends = isMultipart(sample) ? ['$body = str_replace("\\n", "\\r\\n", $body);'] : []
  return ["$body = <<<'BODY'", ...body.split('\n'), 'BODY;', ...ends]
}

function urlOf(sample: Sample): string {
  return `$url = ${singleQuoted(sample.address + queryText(sample))};`
}

function headersOf({ headers }: Sample, more: readonly string[] = []): string[] {
  const plain = headers.map(([name, value]) => singleQuoted(`${name}: ${value}`))
  const all = [...plain, ...more].map((line) => `    ${line},`)
  return all.length === 0 ? ['$headers = [];'] : ['$headers = [', ...all, '];']
}
