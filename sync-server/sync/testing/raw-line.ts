import { once } from 'node:events'
import { MessageType } from '@hocuspocus/server'
import { decoding, encoding } from 'lib0'
import { socketWith } from './device.ts'

/** A hand-made client: it sends frame by frame what no provider would. */
export interface RawLine {
  auth(document: string, token: string): void
  /** A sync message: 0 asks for what I lack, 1 is a state, 2 a change. */
  sync(document: string, kind: 0 | 1 | 2, payload: Uint8Array): void
  stateless(document: string, payload: string): void
  /** What it says of itself, or of anybody: an update of y-protocols' awareness. */
  presence(document: string, update: Uint8Array): void
  bytes(bytes: Uint8Array): void
  /** What came, in words: `auth`, `sync`, `stateless:<payload>`, `saved:<0|1>`, `close:<reason>`. */
  readonly heard: string[]
  close(): void
}

/** Opens a socket with a cookie. */
export async function openRawLine(url: string, cookie: string): Promise<RawLine> {
  const socket = new (socketWith(cookie))(url)
  socket.binaryType = 'arraybuffer'
  const heard: string[] = []
  socket.addEventListener('message', ({ data }) => heard.push(wordOf(new Uint8Array(data))))
  socket.addEventListener('close', ({ code, reason }) => heard.push(`end:${code}:${reason}`))
  await once(socket, 'open')
  const send = (document: string, type: MessageType, write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, document)
    encoding.writeVarUint(encoder, type)
    write(encoder)
    socket.send(Uint8Array.from(encoding.toUint8Array(encoder)))
  }
  return {
    auth: (document, token) =>
      send(document, MessageType.Auth, (encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, token)
      }),
    sync: (document, kind, payload) =>
      send(document, MessageType.Sync, (encoder) => {
        encoding.writeVarUint(encoder, kind)
        encoding.writeVarUint8Array(encoder, payload)
      }),
    stateless: (document, payload) =>
      send(document, MessageType.Stateless, (encoder) => encoding.writeVarString(encoder, payload)),
    presence: (document, update) =>
      send(document, MessageType.Awareness, (encoder) => encoding.writeVarUint8Array(encoder, update)),
    bytes: (bytes) => socket.send(Uint8Array.from(bytes)),
    heard,
    close: () => socket.close(),
  }
}

function wordOf(bytes: Uint8Array): string {
  const decoder = decoding.createDecoder(bytes)
  if (bytes.length === 1) return 'ping'
  decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type === MessageType.Auth)
    return decoding.readVarUint(decoder) === 2 ? 'auth' : `denied:${decoding.readVarString(decoder)}`
  if (type === MessageType.Stateless) return `stateless:${decoding.readVarString(decoder)}`
  if (type === MessageType.SyncStatus) return `saved:${decoding.readVarUint(decoder)}`
  if (type === MessageType.CLOSE) return `close:${decoding.readVarString(decoder)}`
  return MessageType[type] ?? String(type)
}
