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

/** Reads what files below a folder are; undefined for what is no file, or cannot be read. */
export function fileReader(folder: string): (path: string) => FileFacts | undefined {
  return (path) => {
    const whole = resolve(folder, path)
    const content = contentOf(whole)
    if (content === undefined) return undefined
    return {
      extension: extname(whole).toLowerCase(),
      bytes: content.length,
      text: () => content.toString(),
      picture: pictureOf(content),
    }
  }
}

// What cannot be read (a link to itself, another's file) is as good as not there.
function contentOf(path: string): Buffer | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path) : undefined
  } catch {
    return undefined
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
