import { readBlock, sumOf, writeBlock } from './block.ts'
import type { Kept } from './kept.ts'

/** A document as the server has stored it, with its columns: whoever has nothing of it takes it as it is (SPEC C10). */
export interface Parcel extends Pick<Kept, 'block' | 'sum'> {
  readonly document: string
  /** What made the columns: a stamp over the sources by which records are read. */
  readonly maker: string
  /** The number of the document's last update in the server's journal. */
  readonly journal: number
  /** All of the document, as one update. */
  readonly state: Uint8Array<ArrayBuffer>
}

/** What a parcel must be of, and made by, to be taken. */
export type Wanted = Pick<Parcel, 'document' | 'maker'>

/** The header that says how many bytes a parcel is unpacked: whoever takes several takes no more than there is room for. */
export const PARCEL_SIZE = 'parcel-size'

/** A sum over all that follows stands before it, bytes; what follows begins where arrays may. */
const HEAD = 8

/** A parcel for the way. */
export function writeParcel({ block, state, ...head }: Parcel): Uint8Array<ArrayBuffer> {
  const content = writeBlock({ head: [JSON.stringify(head)], state, block })
  const bytes = new Uint8Array(HEAD + content.length)
  bytes.set(content, HEAD)
  new DataView(bytes.buffer).setUint32(0, sumOf(content), true)
  return bytes
}

/** The parcel as it was written, in memory of its own; null where it is another one, or not as it was written. */
export function readParcel(bytes: Uint8Array<ArrayBuffer>, { document, maker }: Wanted): Parcel | null {
  if (bytes.length <= HEAD) return null
  const content = bytes.subarray(HEAD)
  if (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) !== sumOf(content)) return null
  const sections = readBlock(content)
  const [head, state, block] = [sections.get('head'), sections.get('state'), sections.get('block')]
  if (!Array.isArray(head) || !(state instanceof Uint8Array) || !(block instanceof Uint8Array)) return null
  // The sum says that a server wrote it so.
  const rest: Omit<Parcel, 'state' | 'block'> = JSON.parse(head[0] ?? '')
  if (rest.document !== document || rest.maker !== maker) return null
  return { ...rest, state: state.slice(), block: block.slice() }
}
