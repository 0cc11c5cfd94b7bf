import { unzipSync, zipSync } from 'fflate'
import { type FileProblem, problemAt } from '../problem.ts'

/** Bytes of a workbook's file, and of what it unpacks to. */
const FILE_BYTES = 64 * 1024 * 1024
const UNPACKED_BYTES = 256 * 1024 * 1024
/** Files in it: a workbook has some dozens. */
const ENTRIES = 2_000
/** How a file begins that a program of before 2007 wrote, or that has a password. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** A name in a file with a password, as UTF-16 writes it. */
const LOCKED = [...'EncryptedPackage'].flatMap((sign) => [sign.charCodeAt(0), 0])

/** The parts of a workbook that hold text, by path. */
export type Parts = Readonly<Record<string, Uint8Array>>

/** Unpacks a workbook. What it would unpack to is looked at before, and no part becomes longer than it was said to be: a bomb does not go off. */
export function unpackBook(bytes: Uint8Array): Parts | FileProblem {
  const problem = problemOfFile(bytes)
  if (problem) return problem
  try {
    const sizes: number[] = []
    unzipSync(bytes, { filter: ({ originalSize }) => sizes.push(originalSize) < 0 })
    const total = sizes.reduce((sum, size) => sum + size, 0)
    if (sizes.length > ENTRIES || total > UNPACKED_BYTES) return tooLarge(UNPACKED_BYTES)
    return unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) })
  } catch (error) {
    if (error instanceof Error) return problemAt(null, 'book-damaged')
    throw error
  }
}

/** The parts as a workbook that needs no unpacking. */
export function packedAgain(parts: Parts): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = zipSync(parts, { level: 0 })
  return buffer.slice(byteOffset, byteOffset + byteLength)
}

function problemOfFile(bytes: Uint8Array): FileProblem | null {
  if (bytes.length === 0) return problemAt(null, 'file-empty')
  if (bytes.length > FILE_BYTES) return tooLarge(FILE_BYTES)
  if (beginsWith(bytes, OLD)) return problemAt(null, includes(bytes, LOCKED) ? 'book-locked' : 'book-old')
  return beginsWith(bytes, ZIP) ? null : problemAt(null, 'book-not-xlsx')
}

function tooLarge(bytes: number): FileProblem {
  return problemAt(null, 'book-too-large', { megabytes: bytes / 1024 / 1024 })
}

function beginsWith(bytes: Uint8Array, signature: readonly number[], from = 0): boolean {
  return signature.every((byte, at) => bytes[from + at] === byte)
}

function includes(bytes: Uint8Array, part: readonly number[]): boolean {
  const [first = 0] = part
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (beginsWith(bytes, part, at)) return true
  }
  return false
}
