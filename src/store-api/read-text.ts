// An order of 100 lines has 60 KiB.
const mostBytes = 1024 * 1024

/** The store, or who poses as it, answers with more than any answer can have. */
export class AnswerTooLongError extends Error {}

/** Reads the body of an answer, unpacked, up to 1 MiB; throws AnswerTooLongError for a longer one. */
export async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop breaks the answer off.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new AnswerTooLongError('the answer is longer than 1 MiB')
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
