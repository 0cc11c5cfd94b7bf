import { isPath, isSegment } from '../keys/key.ts'
import { replicaOf } from '../keys/stamp.ts'
import { type Creation, parseCreation, parseWrite, type Write } from './value.ts'

/** What a packed record's text holds: lines of writes, whoever made them (SPEC R18). */
export interface Pack {
  /** Null where the record as created had not arrived when it was packed. */
  readonly creation: Creation | null
  readonly writes: readonly (readonly [path: string, write: Write])[]
}

/**
 * The text kept under a packed record's key, its bare id: the text of its creation (an empty line where that is
 * missing), then a line `<path> <write>` for each write. `creation` and the writes are texts as their own keys hold them;
 * none contains a line break, since JSON as it is written here has none.
 */
export function formatPack(creation: string, writes: readonly (readonly [path: string, text: string])[]): string {
  return [creation, ...writes.map(([path, text]) => `${path} ${text}`)].join('\n')
}

/** Reads a packed record; null for text of another form. */
export function parsePack(text: unknown): Pack | null {
  if (typeof text !== 'string') return null
  const [first = '', ...lines] = text.split('\n')
  const creation = parseCreation(first, writerOf(first))
  const writes = lines.map(parseLine)
  const isReadable = (creation || (first === '' && lines.length > 0)) && writes.every((write) => write !== null)
  return isReadable ? { creation, writes } : null
}

function parseLine(line: string): readonly [path: string, write: Write] | null {
  const space = line.indexOf(' ')
  const [path, text] = [line.slice(0, Math.max(0, space)), line.slice(space + 1)]
  const write = path !== '' && isPath(path) ? parseWrite(text, writerOf(text)) : null
  return write && [path, write]
}

/** The replica that made the write whose text this is; no name of one where the text is none. */
function writerOf(text: string): string {
  const stamp = /^[^ ,]*/.exec(text)?.[0] ?? ''
  const replica = replicaOf(stamp)
  return isSegment(replica) ? replica : ''
}
