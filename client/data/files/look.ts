import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { isPicture, PDF, UNKNOWN_TYPE } from '../../../shared/files/types.ts'

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

const readTypes = () => import('file-type')

/**
 * The media type that bytes tell, as the server will tell it. A device that never took a file has nothing to tell it by
 * without a network: then it is what its picture was given as, until the server puts that right (sync-server/files/SPEC W5).
 */
export async function typeOf(bytes: Blob, read = readTypes): Promise<string> {
  const types = await read().catch((error: unknown) => {
    if (error instanceof TypeError) return null
    throw error
  })
  if (types === null) return isPicture(bytes.type) || bytes.type === PDF ? bytes.type : UNKNOWN_TYPE
  return (await types.fileTypeFromBlob(bytes))?.mime ?? UNKNOWN_TYPE
}
