import type { FaultText, Texts } from './texts.ts'

const signInAgain = 'Sign in again.'
const bindAgain =
  'An administrator of the enterprise unbinds the application and binds it again, so that the store sends tenant, application and users anew.'

const credential: readonly string[] = [
  'For the operator: domain, client id and client secret of the enterprise come with tenantSync and applicationSync. Compare them with the credential.',
  'If the RSA key pair was changed, the secret may have been made for another one.',
  bindAgain,
]
const network: readonly string[] = [
  'Try again in a minute.',
  'For the operator: the domain of the tenant has to be reachable from Koogate over HTTPS on port 443.',
]

const faults: Readonly<Record<keyof Texts['faults'], FaultText>> = {
  off: {
    what: 'Single sign-on is not set up here.',
    check: [
      'For the operator: set KOOGATE_SSO_APP_ID and KOOGATE_SSO_RETURN for this address, and restart.',
    ],
  },
  'request-faulty': {
    what: 'The link to this page is not well formed.',
    check: ['Open the product and sign in from there.'],
  },
  'state-unknown': {
    what: 'This login was not begun in this browser, took too long, or was finished before.',
    check: [
      'Sign in again, in one go and in this browser.',
      'Allow cookies for this site; in a frame, cookies of other sites too.',
    ],
  },
  'cookies-missing': {
    what: 'Your browser keeps no cookie for this page.',
    check: [
      'Allow cookies for this site; in a frame, cookies of other sites too.',
      'Or sign in in a window of its own.',
    ],
  },
  'code-missing': {
    what: 'The auth centre sent you back without a code.',
    check: [
      signInAgain,
      'For the operator: the callback address of the credential is the one of the guide.',
    ],
  },
  'tenant-missing': {
    what: 'It is not said which enterprise you sign in for.',
    check: [
      'Sign in through the unified login page or the workbench.',
      'For the operator: CAS, and a login without the unified page, need the parameter tenant.',
    ],
  },
  'tenant-differs': {
    what: 'You are signed in at the auth centre for another enterprise.',
    check: ['Sign out there, then sign in again for the enterprise that you want.'],
  },
  'tenant-unknown': {
    what: 'This enterprise is not known here.',
    check: [bindAgain, 'For the operator: tenantSync of this tenant has not come to this address.'],
  },
  'tenant-deleted': {
    what: 'This enterprise does not use the application any more.',
    check: ['An administrator of the enterprise binds the application again.'],
  },
  'application-missing': {
    what: 'The application of this enterprise is not known here.',
    check: [
      bindAgain,
      'For the operator: applicationSync with the app id of KOOGATE_SSO_APP_ID has not come, or its secret could not be opened.',
    ],
  },
  'domain-faulty': {
    what: 'The domain of this enterprise is no address of an auth centre.',
    check: ['For the operator: domainName of tenantSync has to begin with https://.', bindAgain],
  },
  'workbench-off': {
    what: 'This login was not begun here, or not in this browser.',
    check: [
      signInAgain,
      'Allow cookies for this site; in a frame, cookies of other sites too.',
      'For the operator: to let users in from the workbench, set KOOGATE_SSO_WORKBENCH to on.',
    ],
  },
  'login-refused': {
    what: 'The auth centre did not sign you in.',
    check: [signInAgain, 'An administrator of the enterprise has to grant you the application.'],
  },
  'code-refused': {
    what: 'The auth centre does not take the code of this login (invalid_grant).',
    check: [
      'A code is good once, and for a short time: sign in again.',
      'For the operator: the callback address of the credential is the one of the guide, to the letter.',
    ],
  },
  'ticket-refused': {
    what: 'The auth centre does not take the ticket of this login.',
    check: [
      'A ticket is good once, and for a short time: sign in again.',
      'For the operator: the CAS callback address of the application is the one of the guide, to the letter.',
    ],
  },
  'client-mismatch': {
    what: 'The code of this login was made for another client id (Client ID mismatch).',
    check: [bindAgain, ...credential.slice(0, 1)],
  },
  'client-refused': {
    what: 'The auth centre does not know this client, or not this secret (invalid_client).',
    check: credential,
  },
  'client-forbidden': {
    what: 'The auth centre refuses with 403: domain, client id and secret do not belong together.',
    check: credential,
  },
  refused: { what: 'The auth centre refuses the login.', check: [signInAgain, ...credential] },
  unreadable: {
    what: 'The auth centre answers with something that is not an answer.',
    check: [
      'Try again in a minute.',
      'For the operator: the domain of the tenant is that of its auth centre, and no proxy answers in its place.',
    ],
  },
  unavailable: {
    what: 'The auth centre has a fault of its own.',
    check: ['Try again in a minute.'],
  },
  unreachable: { what: 'The auth centre cannot be reached.', check: network },
  certificate: {
    what: 'The certificate of the auth centre is not valid.',
    check: [
      'For the operator: no proxy between Koogate and the auth centre may put its own certificate there.',
    ],
  },
  timeout: { what: 'The auth centre does not answer in time.', check: network },
  busy: { what: 'Too many people sign in at once.', check: ['Try again in a few seconds.'] },
  'database-away': {
    what: 'Sign-on is not available at the moment.',
    check: ['Try again in a minute.', 'For the operator: the database does not answer.'],
  },
  internal: {
    what: 'Something went wrong here.',
    check: ['Try again.', 'For the operator: the log has the reason under the id of the request.'],
  },
}

/** The pages in English. */
export const english: Texts = {
  lang: 'en',
  failed: 'You are not signed in',
  check: 'What to check',
  code: 'Code',
  request: 'Request',
  again: 'Sign in again',
  ownWindow: 'Sign in in a window of its own',
  signedIn: 'You are signed in',
  goOn: 'Go on to the product',
  signedOut: 'You are signed out',
  signedOutText: 'Your session here has ended.',
  continueAs: (name) => `Continue as ${name}?`,
  of: (tenant) => `Enterprise: ${tenant}`,
  instead: (name) => `So far ${name} is signed in in this browser. To continue ends that session.`,
  button: 'Continue',
  notMe: 'If this is not you, close this page: nothing has changed.',
  faults,
}
