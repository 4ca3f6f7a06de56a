// https://nodejs.org/api/tls.html#x509-certificate-error-codes
const codes = /CERT|TLS|SSL|EPROTO|UNABLE_TO_|CRL/

/** Whether the code of an error is about TLS: a certificate, or how it was spoken. */
export function isTlsFault(code: string): boolean {
  return codes.test(code)
}
