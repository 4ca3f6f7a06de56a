import type { FileFacts, Picture } from '../files.ts'
import { type Path, type Problem, type Subject, problem } from '../rule.ts'

/** What a picture has to be; sizes in pixels. */
export interface PictureForm {
  readonly types: readonly string[]
  readonly megabytes?: number
  readonly width?: Range
  readonly height?: Range
}

type Range = readonly [least: number, most: number]

/** What is wrong with a picture that the draft names. */
export function pictureProblems(
  { file }: Pick<Subject, 'file'>,
  path: Path,
  name: string,
  form: PictureForm,
): Problem[] {
  const facts = file(name)
  if (facts === undefined)
    return [problem(path, `There is no file ${name}.`, `文件 ${name} 不存在。`)]
  const { picture, bytes } = facts
  if (picture === undefined || !form.types.includes(picture.type)) {
    return [
      problem(
        path,
        `${name} is ${picture?.type ?? 'no picture'}, not ${form.types.join(' or ')}.`,
        `${name} 的内容为 ${picture?.type ?? '非图片'}，要求 ${form.types.join('/')}。`,
      ),
    ]
  }
  const most = form.megabytes ?? Infinity
  return [
    ...renamed(path, name, facts, picture),
    ...(bytes > most * 1024 * 1024
      ? [problem(path, `${name} is over ${most} MB.`, `${name} 超过 ${most} MB。`)]
      : []),
    ...(['width', 'height'] as const)
      .filter((side) => !isWithin(picture[side], form[side]))
      .map((side) => wrongSize(path, name, { side, picture, form })),
  ]
}

function renamed(path: Path, name: string, { extension }: FileFacts, { type }: Picture): Problem[] {
  const own = type === 'jpg' ? ['.jpg', '.jpeg'] : [`.${type}`]
  if (own.includes(extension)) return []
  return [
    problem(
      path,
      `${name} is ${type} with another suffix; suffixes must not be renamed.`,
      `${name} 实为 ${type} 格式，不得修改文件后缀。`,
    ),
  ]
}

function isWithin(pixels: number, [least, most]: Range = [0, Infinity]): boolean {
  return pixels >= least && pixels <= most
}

interface Size {
  readonly side: 'width' | 'height'
  readonly picture: Picture
  readonly form: PictureForm
}

function wrongSize(path: Path, name: string, { side, picture, form }: Size): Problem {
  const [least = 0, most = Infinity] = form[side] ?? []
  const more = most === Infinity ? ' or more' : `-${most}`
  const wanted = least === most ? String(least) : `${least}${more}`
  return problem(
    path,
    `${name} is ${picture[side]} px in ${side}, not ${wanted}.`,
    `${name} 的${side === 'width' ? '宽' : '高'}为 ${picture[side]} px，要求 ${wanted}。`,
  )
}

/** What is wrong with a document that the draft names. */
export function documentProblems(
  { file }: Pick<Subject, 'file'>,
  path: Path,
  name: string,
  {
    extensions,
    megabytes,
  }: { readonly extensions?: readonly string[]; readonly megabytes?: number },
): Problem[] {
  const facts = file(name)
  if (facts === undefined)
    return [problem(path, `There is no file ${name}.`, `文件 ${name} 不存在。`)]
  const { extension, bytes } = facts
  return [
    ...(extensions !== undefined && !extensions.includes(extension)
      ? [
          problem(
            path,
            `${name} is not one of ${extensions.join(' ')}.`,
            `${name} 的格式须为 ${extensions.join('、')}。`,
          ),
        ]
      : []),
    ...(megabytes !== undefined && bytes > megabytes * 1024 * 1024
      ? [problem(path, `${name} is over ${megabytes} MB.`, `${name} 超过 ${megabytes} MB。`)]
      : []),
  ]
}
