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

const milliseconds = 'String.valueOf(System.currentTimeMillis())'
const random = 'UUID.randomUUID().toString()'

const proofs: ProofLines = {
  none: (_proof, sample) => [urlOf(sample), ...requestOf(sample)],
  bearer: ({ token }, sample) => [
    `var token = ${doubleQuoted(token)};`,
    urlOf(sample),
    ...requestOf(sample, [['authorization', '"Bearer " + token']]),
  ],
  'v2-query': ({ key }, sample) => [
    `var key = ${doubleQuoted(key)};`,
    `var timestamp = ${milliseconds};`,
    `var nonce = ${random};`,
    '',
    'var inner = hex(hmac(key, body));',
    'var signature = hex(hmac(key, key + nonce + timestamp + inner));',
    `var url = ${doubleQuoted(sample.address)}`,
    '    + "?timestamp=" + timestamp + "&nonce=" + nonce + "&signature=" + signature;',
    ...requestOf(sample),
  ],
  'kit-v2': ({ key }, sample) => [
    `var key = ${doubleQuoted(key)};`,
    `var timestamp = ${milliseconds};`,
    `var nonce = ${random};`,
    '',
    'var signature = hex(hmac(key, key + nonce + timestamp + body));',
    urlOf(sample),
    ...requestOf(sample, [
      ['x-sign', 'signature'],
      ['x-timestamp', 'timestamp'],
      ['x-nonce', 'nonce'],
    ]),
  ],
  'v1-query': ({ key }, sample) => [
    `var key = ${doubleQuoted(key)};`,
    'var parameters = new TreeMap<String, String>();',
    ...sample.query.map(([name, value]) => `parameters.put("${name}", ${doubleQuoted(value)});`),
    '',
    'var text = parameters.entrySet().stream()',
    '    .map(one -> one.getKey() + "=" + one.getValue())',
    '    .collect(Collectors.joining("&"));',
    'parameters.put("authToken", base64(hmac(key + parameters.get("timeStamp"), text)));',
    `var url = ${doubleQuoted(`${sample.address}?`)} + parameters.entrySet().stream()`,
    '    .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))',
    '    .collect(Collectors.joining("&"));',
    ...requestOf(sample),
  ],
  'v1-body': ({ key, text }, sample) => [
    `var key = ${doubleQuoted(key)};`,
    '',
    '// Every member but the blank ones, sorted by name.',
    `var text = ${doubleQuoted(text)};`,
    `var time = ${doubleQuoted(timeStampIn(text))};`,
    urlOf(sample),
    ...requestOf(sample, [['authToken', 'base64(hmac(key + time, text))']]),
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
    `var key = ${doubleQuoted(key)};`,
    `var ts = ${milliseconds};`,
    `var nonce = ${random};`,
    '',
    'var signature = base64(hmac(key, "ts=" + ts + "&nonce=" + nonce + "&body=" + body));',
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
    `var secret = ${doubleQuoted(secret)};`,
    `var id = ${random};`,
    `var timestamp = String.valueOf(System.currentTimeMillis() / 1000);`,
    '',
    'var key = Base64.getDecoder().decode(secret.replace("whsec_", ""));',
    'var signature = "v1," + base64(hmac(key, id + "." + timestamp + "." + body));',
    urlOf(sample),
    ...requestOf(sample, [
      ['webhook-id', 'id'],
      ['webhook-timestamp', 'timestamp'],
      ['webhook-signature', 'signature'],
    ]),
  ],
}

const helpers = {
  hmac: [
    'static byte[] hmac(String key, String text) throws Exception {',
    '  return hmac(key.getBytes(UTF_8), text);',
    '}',
    '',
    'static byte[] hmac(byte[] key, String text) throws Exception {',
    '  var mac = Mac.getInstance("HmacSHA256");',
    '  mac.init(new SecretKeySpec(key, "HmacSHA256"));',
    '  return mac.doFinal(text.getBytes(UTF_8));',
    '}',
  ],
  sha256: [
    'static String sha256(String text) throws Exception {',
    '  return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));',
    '}',
  ],
  hex: ['static String hex(byte[] bytes) {', '  return HexFormat.of().formatHex(bytes);', '}'],
  base64: [
    'static String base64(byte[] bytes) {',
    '  return Base64.getEncoder().encodeToString(bytes);',
    '}',
  ],
}

const imports = {
  'java.net.URI': 'URI.',
  'java.net.URLEncoder': 'URLEncoder.',
  'java.net.http.*': 'HttpClient.',
  'java.security.MessageDigest': 'MessageDigest.',
  'java.time.*': 'ZoneOffset.',
  'java.time.format.DateTimeFormatter': 'DateTimeFormatter.',
  'java.util.*': /UUID|TreeMap|Base64|HexFormat/,
  'java.util.stream.Collectors': 'Collectors.',
  'javax.crypto.Mac': 'Mac.',
  'javax.crypto.spec.SecretKeySpec': 'SecretKeySpec',
}

/** Java 17, in one file that `java` runs as it is. */
export const java: SampleLanguage = { label: 'Java', file: 'Sample.java', write }

function write(sample: Sample): string {
  const main = [
    ...bodyOf(sample),
    ...proofLines(proofs, sample),
    'var answer = HttpClient.newHttpClient()',
    '    .send(request, HttpResponse.BodyHandlers.ofString());',
    'System.out.println(answer.statusCode() + " " + answer.body());',
  ]
  const used = helpersFor(main.join('\n'))
  const members = [['static void main() throws Exception {', ...main.map(inMain), '}'], ...used]
  const text = members
    .map((lines) =>
      lines.map((line) => (line.startsWith('\u0000') ? line.slice(1) : indented(line))).join('\n'),
    )
    .join('\n\n')
    .replace('static void main()', 'public static void main(String[] arguments)')
  const needed = Object.entries(imports).filter(([, sign]) =>
    typeof sign === 'string' ? text.includes(sign) : sign.test(text),
  )
  return [
    'import static java.nio.charset.StandardCharsets.UTF_8;',
    '',
    ...needed.map(([name]) => `import ${name};`),
    '',
    'class Sample {',
    text,
    '}',
  ].join('\n')
}

// The lines of a text block stay where they are: what stands before them would be a part of it.
function inMain(line: string): string {
  return line.startsWith('\u0000') ? line : indented(line)
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`
}

function helpersFor(main: string): (readonly string[])[] {
  const { hmac, sha256, hex, base64 } = helpers
  const uses = (name: string) => main.includes(`${name}(`)
  return [
    ...(uses('hmac') ? [hmac] : []),
    ...(uses('sha256') ? [sha256] : []),
    ...(uses('hex') || uses('sha256') ? [hex] : []),
    ...(uses('base64') ? [base64] : []),
  ]
}

function accountOf(accessKey: string, secretKey: string): string[] {
  return [
    `var accessKey = ${doubleQuoted(accessKey)};`,
    `var secretKey = ${doubleQuoted(secretKey)};`,
  ]
}

function akSk(sample: Sample): string[] {
  const { signedHeaders, lines } = canonicalStart(sample)
  return [
    "var date = DateTimeFormatter.ofPattern(\"yyyyMMdd'T'HHmmss'Z'\")",
    '    .format(OffsetDateTime.now(ZoneOffset.UTC));',
    '',
    `var signedHeaders = ${doubleQuoted(signedHeaders)};`,
    'var canonical = String.join("\\n",',
    ...lines.map((line) => `    ${doubleQuoted(line)},`),
    '    "x-sdk-date:" + date,',
    '    "",',
    '    signedHeaders,',
    `    sha256(${sample.body === undefined ? '""' : 'body'}));`,
    'var toSign = "SDK-HMAC-SHA256\\n" + date + "\\n" + sha256(canonical);',
    'var authorization = "SDK-HMAC-SHA256 Access=" + accessKey',
    '    + ", SignedHeaders=" + signedHeaders',
    '    + ", Signature=" + hex(hmac(secretKey, toSign));',
    urlOf(sample),
  ]
}

function bodyOf(sample: Sample): string[] {
  const { body } = sample
  if (body === undefined) return []
  const escaped = body.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""')
  const ends = isMultipart(sample) ? '.replace("\\n", "\\r\\n")' : ''
  const [...lines] = `${escaped}"""${ends};`.split('\n')
  return ['var body = """', ...lines.map((line) => `\u0000${line}`)]
}

function urlOf(sample: Sample): string {
  return `var url = ${doubleQuoted(sample.address + queryText(sample))};`
}

function requestOf(
  { method, headers, body }: Sample,
  more: readonly (readonly [name: string, value: string])[] = [],
): string[] {
  const plain = headers.map(([name, value]) => [name, doubleQuoted(value)] as const)
  const publisher = body === undefined ? 'noBody()' : 'ofString(body)'
  return [
    'var request = HttpRequest.newBuilder(URI.create(url))',
    ...[...plain, ...more].map(([name, value]) => `    .header("${name}", ${value})`),
    `    .method("${method}", HttpRequest.BodyPublishers.${publisher})`,
    '    .build();',
  ]
}
