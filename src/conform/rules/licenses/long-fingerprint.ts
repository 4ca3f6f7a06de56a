import { documents } from '../../documents.ts'
import { applicationWith } from '../../life/application-calls.ts'
import type { Rule } from '../../rule.ts'

// Several network cards and disks, joined by commas.
const longest = 1024
const cards = Array.from({ length: 60 }, (_none, at) => `04:7C:16:5E:E3:${at + 10}`).join(',')
const deviceFingerprint = `${cards}|001B_444A_488B_5CEC.||BFEBFBFF00090672`.slice(0, longest)

export const rule = {
  id: 'licenses/long-fingerprint',
  generations: ['licenseA'],
  severity: 'error',
  source: documents.getLicenseAsync,
  title: {
    en: 'Takes a device fingerprint of up to 1,024 characters.',
    zh: '支持最长 1024 个字符的设备指纹。',
  },
  consequence: {
    en: 'A device with many network cards or disks gets no license.',
    zh: '网卡或硬盘较多的设备得不到 License。',
  },
  mend: {
    en: 'Give the column 1,024 characters. MAC addresses and disks of a device are joined by commas.',
    zh: '字段长度设为 1024。设备的多个 MAC 地址、硬盘以逗号连接。',
  },
  judge: applicationWith(
    { deviceFingerprint },
    {
      en: `A fingerprint of ${deviceFingerprint.length} characters`,
      zh: `${deviceFingerprint.length} 个字符的设备指纹`,
    },
  ),
} satisfies Rule
