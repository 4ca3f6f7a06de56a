import { readFileSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { imageSize } from 'image-size'

/** What a file is. */
export interface FileFacts {
  /** With its dot, in lower case. */
  readonly extension: string
  readonly bytes: number
  readonly text: () => string
  /** What its content is and measures in pixels; undefined for what is no picture. */
  readonly picture: Picture | undefined
}

export interface Picture {
  /** As `png`, `jpg`, by its content. */
  readonly type: string
  readonly width: number
  readonly height: number
}

/** Reads what files below a folder are. */
export function fileReader(folder: string): (path: string) => FileFacts | undefined {
  return (path) => {
    const whole = resolve(folder, path)
    if (statSync(whole, { throwIfNoEntry: false })?.isFile() !== true) return undefined
    const content = readFileSync(whole)
    return {
      extension: extname(whole).toLowerCase(),
      bytes: content.length,
      text: () => content.toString(),
      picture: pictureOf(content),
    }
  }
}

function pictureOf(content: Buffer): Picture | undefined {
  try {
    const { type, width, height } = imageSize(content)
    return type === undefined ? undefined : { type, width, height }
  } catch {
    return undefined
  }
}
