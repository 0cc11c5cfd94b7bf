import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

/** A question as the server asks it: for a new passkey, or for one that there is. */
interface Question {
  readonly challenge: string
  readonly rp?: { readonly id: string }
  readonly rpId?: string
}

/** A device that makes one passkey and signs with it (WebAuthn level 3, ES256, attestation «none»), as a browser hands it on. */
export class Authenticator {
  readonly origin: string
  /** Whether its owner was asked for a finger or a PIN. */
  isVerified = true
  readonly #id = randomBytes(32)
  readonly #keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  })
  #count = 0

  constructor(origin: string) {
    this.origin = origin
  }

  /** Makes the passkey that the server asks for. */
  create(question: unknown): Record<string, unknown> {
    const { challenge, rp } = question as Question
    const key = Buffer.concat([this.#data(rp?.id ?? '', HAS_KEY), Buffer.alloc(16), ...this.#credential()])
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([key.length]),
      key,
    ])
    return this.#answer({ clientDataJSON: this.#client('webauthn.create', challenge), attestationObject })
  }

  /** Signs the server's question. */
  sign(question: unknown): Record<string, unknown> {
    const { challenge, rpId } = question as Question
    const authenticatorData = this.#data(rpId ?? '', 0)
    const clientDataJSON = this.#client('webauthn.get', challenge)
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()])
    const signature = sign('sha256', signed, this.#keys.privateKey)
    return this.#answer({ clientDataJSON, authenticatorData, signature })
  }

  #answer(response: Readonly<Record<string, Buffer>>): Record<string, unknown> {
    const id = this.#id.toString('base64url')
    const texts = Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')])
    return { id, rawId: id, type: 'public-key', response: Object.fromEntries(texts), clientExtensionResults: {} }
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  #data(rp: string, flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++this.#count)
    const given = Buffer.of(flags | PRESENT | (this.isVerified ? VERIFIED : 0))
    return Buffer.concat([createHash('sha256').update(rp).digest(), given, counter])
  }

  /** The credential's id with its length, and its public key as COSE has it. */
  #credential(): Buffer[] {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    return [
      Buffer.of(0, this.#id.length),
      this.#id,
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]
  }
}
