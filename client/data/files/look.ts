import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { UNKNOWN_TYPE } from '../../../shared/files/types.ts'

/** So much is read at once, bytes: a file may be longer than a phone's memory takes, and others are heard between. */
const PIECE = 1024 * 1024

/** The SHA-256 of bytes, hex. */
export async function hashOf(bytes: Blob): Promise<string> {
  const hash = sha256.create()
  for (let at = 0; at < bytes.size; at += PIECE) {
    hash.update(new Uint8Array(await bytes.slice(at, at + PIECE).arrayBuffer()))
  }
  return bytesToHex(hash.digest())
}

/** The media type that bytes tell, as the server will tell it. */
export async function typeOf(bytes: Blob): Promise<string> {
  const { fileTypeFromBlob } = await import('file-type')
  return (await fileTypeFromBlob(bytes))?.mime ?? UNKNOWN_TYPE
}
