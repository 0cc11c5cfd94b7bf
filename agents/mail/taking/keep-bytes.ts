import { Failure } from '../../../shared/errors.ts'
import type { ParsedLetter } from '../../../shared/letters/letter.ts'
import type { Pass } from '../../runtime/replica.ts'
import { putFile } from '../../runtime/server/put-file.ts'

/** An enclosure whose bytes the server has. */
export interface KeptEnclosure {
  readonly name: string | null
  readonly type: string
  readonly size: number
  readonly hash: string
  readonly cid: string | null
}

/** The hashes under which the server has a letter’s bytes. */
export interface Kept {
  readonly body: string
  /** Null: the letter as it came is not kept. */
  readonly raw: string | null
  readonly enclosures: readonly KeptEnclosure[]
}

/** Types of letters whose very bytes say something: a signature is of them, and what is encrypted can be read nowhere else. */
const SEALED = /^content-type:\s*(?:multipart\/(?:signed|encrypted)|application\/(?:x-)?pkcs7-mime)\b/im

/** Puts a letter’s words and enclosures on the server; the letter as it came where that says more than they do. Failures of `putFile`. */
export async function keepBytes(pass: Pass, letter: ParsedLetter, raw: Uint8Array<ArrayBuffer>): Promise<Kept> {
  const { body, enclosures } = letter
  const isKeptWhole = letter.unparsed !== null || SEALED.test(body.headers)
  const text = new TextEncoder().encode(JSON.stringify(body))
  const [words, whole] = await Promise.all([putFile(pass, text), isKeptWhole ? keepWhole(pass, raw) : null])
  const kept: KeptEnclosure[] = []
  // One after the other: a letter may have hundreds.
  for (const { name, type, cid, bytes } of enclosures) {
    const { hash, size } = await putFile(pass, new Uint8Array(bytes))
    kept.push({ name, type, cid, hash, size })
  }
  return { body: words.hash, raw: whole, enclosures: kept }
}

/** A letter that is larger than files may be is told of without its bytes. */
async function keepWhole(pass: Pass, raw: Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    return (await putFile(pass, raw)).hash
  } catch (error) {
    if (error instanceof Failure && error.code === 'file-too-large') return null
    throw error
  }
}
