import { expect, test } from 'vitest'
import { createAddressGuard } from '../../src/webhooks/address-guard.ts'

const nothing = { ranges: [], loopback: false }
const everything = { ranges: ['0.0.0.0/0', '::/0'], loopback: true }

test.each(['8.8.8.8', '119.3.249.92', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
  'the public address %s may be called without a word',
  (address) => expect(createAddressGuard(nothing)(address)).toBe(true),
)

test.each([
  ['loopback', '127.0.0.1'],
  ['loopback', '127.8.9.10'],
  ['loopback', '::1'],
  ['loopback, mapped', '::ffff:127.0.0.1'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '192.168.1.1'],
  ['private, mapped', '::ffff:10.0.0.1'],
  ['private behind NAT64', '64:ff9b::10.0.0.1'],
  ['private behind 6to4', '2002:a00:1::1'],
  ['link-local', '169.254.1.1'],
  ['link-local', 'fe80::1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['unique local', 'fd12:3456::1'],
  ['site-local', 'fec0::1'],
  ['unspecified', '0.0.0.0'],
  ['unspecified', '::'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['for tests', '198.18.0.1'],
  ['not given to anybody', '4000::1'],
  ['no address', 'example.com'],
])('of what is %s, %s is refused unless a setting allows it', (_what, address) => {
  expect(createAddressGuard(nothing)(address)).toBe(false)
})

test.each([
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::a9fe:a9fe',
  '::ffff:0:a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  'fd00:ec2::254',
])('the metadata of the cloud is never called, as %s neither', (address) => {
  expect(createAddressGuard(everything)(address)).toBe(false)
})

test('what no host has is never called', () => {
  for (const address of ['0.0.0.0', '0.0.0.1', '::', '224.0.0.1', 'ff02::1', '255.255.255.255']) {
    expect(createAddressGuard(everything)(address), address).toBe(false)
  }
})

test('a range allows what is in it, mapped too, and nothing beside it', () => {
  const mayCall = createAddressGuard({ ranges: ['10.1.0.0/16', 'fd12::/16'], loopback: false })
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fd12::7']) {
    expect(mayCall(address), address).toBe(true)
  }
  for (const address of ['10.2.0.1', 'fd13::7', '192.168.0.1']) {
    expect(mayCall(address), address).toBe(false)
  }
})

test('through a gateway that is allowed only what may be called anyway is reached', () => {
  const mayCall = createAddressGuard({ ranges: ['64:ff9b::/96'], loopback: false })
  expect(mayCall('64:ff9b::8.8.8.8')).toBe(true)
  expect(mayCall('64:ff9b::10.0.0.1')).toBe(false)
})

test('loopback is not allowed by a range', () => {
  const mayCall = createAddressGuard({ ranges: ['0.0.0.0/0', '::/0'], loopback: false })
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map(mayCall)).toEqual([false, false, false])
})
