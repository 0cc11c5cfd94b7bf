import { createHash } from 'node:crypto'
import { documentOf } from '../../shared/documents/documents.ts'
import { type Product, productPictures } from '../../shared/goods/collections.ts'
import type { AgentGround } from '../runtime/agent.ts'
import type { Place } from '../runtime/cache/cache.ts'
import { findIn } from '../runtime/find.ts'

type Ground = Pick<AgentGround, 'replica' | 'documents'> & { readonly place: Place }

const DATA_URL = /^data:image\/(?:png|jpeg);base64,/

/** Pictures of goods by the hash of their bytes, remembered: each stands in a document of its own, which is opened once (SPEC WB15). */
export class Pictures {
  readonly #ground: Ground
  readonly #known: Map<string, string>

  constructor(ground: Ground) {
    this.#ground = ground
    this.#known = readKnown(ground.place)
  }

  /** Hashes by product, of those that have a picture. */
  async of(goods: Iterable<Product>): Promise<ReadonlyMap<string, string>> {
    const pictured = [...goods].filter(({ pictured, gone }) => pictured && !gone)
    const fresh = pictured.filter(({ id }) => !this.#known.has(id))
    for (const { id } of fresh) {
      const bytes = await this.#read(id)
      if (bytes) this.#known.set(id, hashOf(bytes))
    }
    if (fresh.length > 0) this.#keep()
    return this.#known
  }

  /** A picture changed: it is read anew. */
  forget(products: Iterable<string>): void {
    const gone = [...products].filter((id) => this.#known.delete(id))
    if (gone.length > 0) this.#keep()
  }

  /** The bytes of a picture; null: no product that is known has it any more. */
  async bytesOf(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const product = [...this.#known].find(([, one]) => one === hash)?.[0]
    if (product === undefined) return null
    const bytes = await this.#read(product)
    if (bytes && hashOf(bytes) === hash) return bytes
    this.forget([product])
    return null
  }

  async #read(product: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const { replica, documents } = this.#ground
    const name = documentOf(replica.pass.company, productPictures.family, product)
    const row = await documents.hold([name], () => findIn(replica)(productPictures, product))
    return row?.gone ? null : bytesOfImage(row?.image ?? null)
  }

  #keep(): void {
    this.#ground.place.write(JSON.stringify(Object.fromEntries(this.#known)))
  }
}

function readKnown(place: Place): Map<string, string> {
  // Written by `#keep`, and read by its crc: what is damaged counts as not written.
  return new Map(Object.entries(JSON.parse(place.read() ?? '{}') as Record<string, string>))
}

/** The bytes of a picture as records hold it; null: it is none. */
export function bytesOfImage(image: string | null): Uint8Array<ArrayBuffer> | null {
  if (image === null || !DATA_URL.test(image)) return null
  return new Uint8Array(Buffer.from(image.replace(DATA_URL, ''), 'base64'))
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
