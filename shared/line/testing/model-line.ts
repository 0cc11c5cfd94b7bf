import { decoding, encoding } from 'lib0'
import { type SharedSocket, watchWaysIn } from '../watch.ts'

const SAYS = ['asks', 'closes', 'let in', 'denied', 'ended'] as const
type Says = (typeof SAYS)[number]

/** What is said of a document's connection, and of which link of it; a link's number fits a byte. */
export interface Words {
  readonly document: string
  readonly says: Says
  readonly link: number
}

/** A frame's type and kind, as Hocuspocus numbers them. */
const NUMBERS: Readonly<Record<Says, readonly number[]>> = {
  asks: [2, 0],
  denied: [2, 1],
  'let in': [2, 2],
  closes: [7],
  ended: [7],
}

/** The document to which nobody is let in. */
export const CLOSED = 'closed'

/** Links of documents on one line, to a server that answers in order, but only when it is told to go on. */
export class ModelLine {
  /** What attached links heard, each with the number of who heard it. */
  readonly heard: (Words & { readonly by: number })[] = []
  /** Links that were told that the line broke while they waited. */
  readonly lost: number[] = []
  readonly #links = new Map<string, ModelLink>()
  readonly #ways
  readonly #socket: SharedSocket & { webSocket: { readyState: number } | null }
  readonly #told: Record<string, (event: { readonly data: ArrayBuffer }) => void> = {}
  readonly #up: Words[] = []
  readonly #down: Words[] = []
  /** Who is let in to each document. */
  readonly #inside = new Map<string, number>()
  #count = 0

  constructor() {
    this.#socket = {
      webSocket: { readyState: WebSocket.OPEN },
      send: (bytes) => this.#up.push(wordsOf(bytes)),
      on: (event, listener) => Object.assign(this.#told, { [event]: listener }),
    }
    this.#ways = watchWaysIn(this.#socket)
  }

  /** The links that stand now. */
  get links(): readonly ModelLink[] {
    return [...this.#links.values()]
  }

  /** Takes a document up, if it is not; gives its link's number. */
  attach(document: string): number {
    const known = this.#links.get(document)
    if (known) return known.number
    const link: ModelLink = { document, number: ++this.#count, isAttached: false, isAsking: false, leave: () => {} }
    this.#links.set(document, link)
    link.leave = this.#ways.enter(document, {
      enter: () => {
        link.isAttached = true
        link.isAsking = this.#isOpen
      },
      lost: () => this.lost.push(link.number),
    })
    return link.number
  }

  letGo(document: string): void {
    const link = this.#links.get(document)
    if (!link) return
    this.#links.delete(document)
    link.leave()
    if (link.isAttached) this.#send({ document, says: 'closes', link: link.number })
  }

  /** A link asks in a task of its own, as the provider does: it may have been let go meanwhile. */
  ask(document: string): void {
    const link = this.#links.get(document)
    if (!link?.isAsking) return
    link.isAsking = false
    this.#send({ document, says: 'asks', link: link.number })
  }

  /** The server hears one frame. */
  serve(): void {
    const words = this.#up.shift()
    if (!words) return
    const { document, says, link } = words
    const inside = this.#inside.get(document)
    if (says === 'closes' && inside !== undefined) this.end(document)
    if (says !== 'asks' || inside !== undefined) return
    const isLetIn = document !== CLOSED
    if (isLetIn) this.#inside.set(document, link)
    this.#down.push({ document, says: isLetIn ? 'let in' : 'denied', link })
  }

  /** The server ends a document's connection, by itself or as it was asked to. */
  end(document: string): void {
    const link = this.#inside.get(document)
    if (link === undefined) return
    this.#inside.delete(document)
    this.#down.push({ document, says: 'ended', link })
  }

  /** The device hears one frame. */
  hear(): void {
    const words = this.#down.shift()
    if (!words) return
    const link = this.#links.get(words.document)
    if (link?.isAttached) this.heard.push({ ...words, by: link.number })
    this.#told.message?.({ data: bytesOf(words) })
  }

  /** The line breaks, with all that is on it; nothing is there until `open`. */
  break(): void {
    for (const list of [this.#up, this.#down]) list.length = 0
    this.#inside.clear()
    this.#socket.webSocket = null
    this.#told.disconnect?.({ data: new ArrayBuffer(0) })
  }

  open(): void {
    if (this.#isOpen) return
    this.#socket.webSocket = { readyState: WebSocket.OPEN }
    for (const link of this.links) link.isAsking = link.isAttached
  }

  /** Goes on until nothing is on its way. */
  rest(): void {
    this.open()
    while (this.#up.length > 0 || this.#down.length > 0 || this.links.some((link) => link.isAsking)) {
      for (const { document } of this.links) this.ask(document)
      this.serve()
      this.hear()
    }
  }

  get #isOpen(): boolean {
    return this.#socket.webSocket !== null
  }

  #send(words: Words): void {
    this.#socket.send(new Uint8Array(bytesOf(words)))
  }
}

interface ModelLink {
  readonly document: string
  readonly number: number
  isAttached: boolean
  isAsking: boolean
  leave(): void
}

function bytesOf({ document, says, link }: Words): ArrayBuffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, document)
  for (const number of NUMBERS[says]) encoding.writeVarUint(encoder, number)
  encoding.writeUint8Array(encoder, Uint8Array.of(SAYS.indexOf(says), link))
  return Uint8Array.from(encoding.toUint8Array(encoder)).buffer
}

function wordsOf(bytes: Uint8Array): Words {
  const decoder = decoding.createDecoder(bytes)
  const document = decoding.readVarString(decoder)
  const [says, link] = decoding.readTailAsUint8Array(decoder).slice(-2)
  return { document, says: SAYS[says ?? 0] ?? 'asks', link: link ?? 0 }
}
