import { type PreflightRule, kept, needs, problem, told } from '../rule.ts'
import { sources } from '../sources.ts'
import { pictureProblems } from './pictures.ts'

const isCompany: PreflightRule['appliesTo'] = ({ seller }) => seller?.realName !== 'personal'
const dayMs = 24 * 60 * 60_000

/** Who may enter the store, and with what (服务商入驻). */
export const sellerRules: readonly PreflightRule[] = [
  {
    id: 'REG-2',
    severity: 'error',
    source: sources.entry,
    title: { en: 'Real-name authentication is done', zh: '已完成实名认证' },
    judge: ({ draft: { seller } }) =>
      told(
        seller?.realName,
        'seller.realName',
        (value) =>
          value === 'none' &&
          problem(
            ['seller', 'realName'],
            'Authenticate the account first.',
            '请先完成账号实名认证。',
          ),
      ),
  },
  {
    id: 'REG-3',
    severity: 'error',
    source: sources.entry,
    title: { en: 'The account is no IAM sub-user', zh: '入驻账号不是 IAM 子用户' },
    judge: ({ draft: { seller } }) =>
      told(
        seller?.account,
        'seller.account',
        (value) =>
          value === 'iam-user' &&
          problem(['seller', 'account'], 'Enter with the main account.', '请使用主账号申请入驻。'),
      ),
  },
  {
    id: 'REG-4',
    severity: 'error',
    source: sources.entry,
    title: {
      en: 'The account is none of an enterprise partner manager (UIPM)',
      zh: '入驻账号不是 UIPM 账号',
    },
    judge: ({ draft: { seller } }) =>
      told(
        seller?.account,
        'seller.account',
        (value) =>
          value === 'uipm' &&
          problem(['seller', 'account'], 'A UIPM account cannot enter.', 'UIPM 账号不能入驻。'),
      ),
  },
  {
    id: 'REG-5',
    severity: 'error',
    source: sources.entry,
    title: {
      en: 'The account has joined no partner programme that excludes selling',
      zh: '账号未加入与入驻冲突的伙伴计划',
    },
    judge: ({ draft: { seller } }) =>
      told(
        seller?.programmes,
        'seller.programmes',
        ([first]) =>
          first !== undefined &&
          problem(
            ['seller', 'programmes', 0],
            `An account of the programme ${first} cannot enter; use another one.`,
            `已加入该伙伴计划（${first}）的账号不能入驻，请更换账号。`,
          ),
      ),
  },
  {
    id: 'REG-6',
    severity: 'error',
    source: sources.entry,
    title: { en: 'A company enters once', zh: '同一公司只能入驻一次' },
    judge: ({ draft: { seller } }) =>
      told(
        seller?.enteredBefore,
        'seller.enteredBefore',
        (value) =>
          value &&
          problem(
            ['seller', 'enteredBefore'],
            'The company has entered already: use that account.',
            '该公司已入驻，请使用原账号。',
          ),
      ),
  },
  {
    id: 'REG-7',
    severity: 'error',
    source: sources.entry,
    title: {
      en: 'The company has 15 people, one year, CNY 500,000 of registered capital and service at least 5 x 8 hours',
      zh: '公司技术服务人员不少于 15 人、成立满一年、注册资本不低于 50 万元、客服不少于 5×8 小时',
    },
    appliesTo: isCompany,
    judge({ draft: { seller = {} }, today }) {
      const { staff, founded, registeredCapitalCny: capital, serviceHoursPerWeek: hours } = seller
      if (staff === undefined || founded === undefined)
        return needs('seller.staff', 'seller.founded')
      if (capital === undefined || hours === undefined) {
        return needs('seller.registeredCapitalCny', 'seller.serviceHoursPerWeek')
      }
      const age = (today.getTime() - Date.parse(founded)) / dayMs
      return [
        ...(staff < 15
          ? [
              problem(
                ['seller', 'staff'],
                `${staff} people are under 15.`,
                `${staff} 人，少于 15 人。`,
              ),
            ]
          : []),
        ...(age < 365
          ? [
              problem(
                ['seller', 'founded'],
                'The company is younger than a year.',
                '公司成立未满一年。',
              ),
            ]
          : []),
        ...(capital < 500_000
          ? [
              problem(
                ['seller', 'registeredCapitalCny'],
                `CNY ${capital} are under 500,000.`,
                `注册资本 ${capital} 元，低于 50 万元。`,
              ),
            ]
          : []),
        ...(hours < 40
          ? [
              problem(
                ['seller', 'serviceHoursPerWeek'],
                `${hours} hours a week are under 5 x 8.`,
                `每周 ${hours} 小时，少于 5×8 小时。`,
              ),
            ]
          : []),
      ]
    },
  },
  {
    id: 'REG-8',
    severity: 'error',
    source: sources.entry,
    title: {
      en: 'A personal developer serves customers 5 x 8 hours',
      zh: '个人开发者客服不少于 5×8 小时',
    },
    appliesTo: ({ seller }) => seller?.realName === 'personal',
    judge: ({ draft: { seller } }) =>
      told(
        seller?.serviceHoursPerWeek,
        'seller.serviceHoursPerWeek',
        (hours) =>
          hours < 40 &&
          problem(
            ['seller', 'serviceHoursPerWeek'],
            `${hours} hours a week are under 5 x 8.`,
            `每周 ${hours} 小时，少于 5×8 小时。`,
          ),
      ),
  },
  {
    id: 'REG-9',
    severity: 'error',
    source: sources.entryForm,
    title: {
      en: 'The web site begins with http or https, the logo is a picture of at most 5 MB, the introduction has no links',
      zh: '网站以 http/https 开头，logo 为不超过 5 MB 的图片，公司简介不含外部链接',
    },
    judge(subject) {
      const { website, logo, introduction } = subject.draft.seller ?? {}
      if (website === undefined || introduction === undefined) {
        return needs('seller.website', 'seller.introduction')
      }
      return [
        ...(/^https?:\/\/[^/]/.test(website)
          ? []
          : [
              problem(
                ['seller', 'website'],
                'It has to begin with http:// or https://.',
                '须以 http:// 或 https:// 开头。',
              ),
            ]),
        ...(/https?:\/\/|www\./i.test(introduction)
          ? [problem(['seller', 'introduction'], 'It holds a link.', '公司简介包含外部链接。')]
          : []),
        ...(logo === undefined
          ? kept
          : pictureProblems(subject, ['seller', 'logo'], logo, {
              types: ['jpg', 'png'],
              megabytes: 5,
            })),
      ]
    },
  },
  {
    id: 'REG-13',
    severity: 'error',
    source: sources.entry,
    title: {
      en: 'Commercial information is verified before anything is sold',
      zh: '销售前已通过商业信息认证',
    },
    judge: ({ draft: { seller } }) =>
      told(
        seller?.businessVerified,
        'seller.businessVerified',
        (value) =>
          !value &&
          problem(
            ['seller', 'businessVerified'],
            'Have 商业信息认证 passed: entering alone does not let you publish.',
            '请先通过商业信息认证，仅通过入驻申请还不能发布商品。',
          ),
      ),
  },
]
