import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { isFrameAncestor } from '../../src/config/frame-ancestor.ts'

const server = {
  DATABASE_URL: 'postgres://koogate@127.0.0.1/koogate',
  KOOGATE_BASIC_KEY: 'basic',
  KOOGATE_MANAGEMENT_TOKEN: 'a-token-of-enough-letters',
  KOOGATE_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
}
const signOn = {
  KOOGATE_SSO_APP_ID: 'KSIDJF1234456',
  KOOGATE_SSO_RETURN: 'https://app.example.com/sso',
}
const production = { NODE_ENV: 'production', KOOGATE_PUBLIC_URL: 'https://koogate.example.com' }
const ssoOf = (settings: Readonly<Record<string, string>>) =>
  loadConfig({ ...server, ...settings }).addresses.get('main')?.sso

test('nobody signs in where nothing is set', () => {
  expect(ssoOf({})).toBeUndefined()
})

test('sign-on has the unified page of China, no frames and no workbench unless it is told', () => {
  expect(ssoOf({ ...signOn, ...production })).toEqual({
    appId: 'KSIDJF1234456',
    loginUrl:
      'https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP&appId={appId}',
    returnUrl: 'https://app.example.com/sso',
    frameAncestors: [],
    workbench: 'off',
  })
  const told = {
    KOOGATE_SSO_FRAME_ANCESTORS: 'https://one.example.com, https://*.two.example.com',
    KOOGATE_SSO_WORKBENCH: 'on',
  }
  expect(ssoOf({ ...signOn, ...told })).toMatchObject({
    frameAncestors: ['https://one.example.com', 'https://*.two.example.com'],
    workbench: 'on',
  })
})

test.each([
  [/SSO_RETURN of address main is not set/, { KOOGATE_SSO_APP_ID: 'x' }],
  [/SSO_APP_ID of address main is not set/, { KOOGATE_SSO_RETURN: 'https://app.example.com' }],
  [/SSO_RETURN holds/, { ...signOn, KOOGATE_SSO_RETURN: 'https://app.example.com/#/home' }],
  [/SSO_RETURN holds/, { ...signOn, KOOGATE_SSO_RETURN: 'https://me:word@app.example.com/' }],
  [/SSO_RETURN is not a URL/, { ...signOn, KOOGATE_SSO_RETURN: 'javascript:alert(1)' }],
  [/SSO_LOGIN_URL has no \{appId\}/, { ...signOn, KOOGATE_SSO_LOGIN_URL: 'https://a.example.com' }],
  [/SSO_FRAME_ANCESTORS is not a list/, { ...signOn, KOOGATE_SSO_FRAME_ANCESTORS: '*' }],
  [/SSO_WORKBENCH is on or off/, { ...signOn, KOOGATE_SSO_WORKBENCH: 'yes' }],
  [/begin with https/, { ...signOn, ...production, KOOGATE_SSO_RETURN: 'http://app.example.com' }],
  [
    /PUBLIC_URL is not set/,
    { ...signOn, NODE_ENV: 'production', KOOGATE_FRONT_END_URL: 'https://app.example.com' },
  ],
])('a start with a setting that does not do ends with %s', (message, settings) => {
  expect(() => ssoOf(settings)).toThrow(message)
})

test.each([
  ['https://a.example.com', true],
  ['https://*.example.com:8443', true],
  ['http://localhost:3000', true],
  ['*', false],
  ['https://*', false],
  ["'self'", false],
  ['https://a.example.com/path', false],
  ["https://a.example.com; script-src 'unsafe-inline'", false],
])('the frame ancestor %s: %s', (text, is) => {
  expect(isFrameAncestor(text)).toBe(is)
})
