import { mayRead, mayWrite, parseDocument } from '../../../shared/documents/documents.ts'
import type { Role, Who } from '../../../shared/documents/roles.ts'
import { parseToken } from '../../../shared/documents/token.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Storage } from '../../storage/storage.ts'
import { isSameKey } from '../service-key.ts'
import type { Writer } from '../update/check.ts'

/** The device that asks, by its replica; with its `key` where it is to be wiped and sends what it has before. */
export interface Knocking {
  readonly replica: string
  readonly key: string | null
}

/** Tells who a device's request comes from, by its cookie or its key; null for nobody. Failures: device-wiped, second-factor-required. */
export type Identify = (headers: Headers, device: Knocking) => Promise<Who | null>

/** The roles of this machine's own processes, by the name that they give. */
const SERVICES: Readonly<Record<string, Role>> = { cli: 'owner', agents: 'agent' }

/** Who asks to be connected to a document, and with what. */
export interface Knock {
  readonly document: string
  /** `replica:<name>`, `wiping:<name>:<its key>`, or `service:<key>:<cli|agents>:<replica>`; with the copy's generation. */
  readonly token: string
  readonly headers: Headers
}

/** Who was let in to a document. */
export interface Admitted extends Writer {
  /** Of which generation his copy is; null: he has none, and takes what there is. */
  readonly generation: string | null
}

/** Decides who may connect to which document, and as whom. */
export class Door {
  readonly #storage: Storage
  readonly #identify: Identify
  readonly #serviceKey: string

  constructor(storage: Storage, identify: Identify, serviceKey: string) {
    this.#storage = storage
    this.#identify = identify
    this.#serviceKey = serviceKey
  }

  /** Failures: sign-in-needed, device-wiped, second-factor-required, replica-unknown, document-unknown, role-forbids, document-packed. */
  async admit({ document, token, headers }: Knock): Promise<Admitted> {
    const { who: asks, generation } = parseToken(token)
    const { who, replica } = await this.#identity(asks, headers)
    if ((await this.#storage.replica(replica))?.user !== who.user)
      throw new Failure('replica-unknown', { replica: replica.slice(0, 40) })
    const known = parseDocument(document, Date.now())
    if (!known || known.company !== this.#storage.company)
      throw new Failure('document-unknown', { document: document.slice(0, 200) })
    if (!mayRead(known, who)) throw new Failure('role-forbids', { document })
    if (generation !== null && generation !== (await this.#storage.generation(document)))
      throw new Failure('document-packed', { document })
    return { user: who.user, replica, readOnly: !mayWrite(known, who), generation }
  }

  async #identity(token: string, headers: Headers): Promise<{ readonly who: Who; readonly replica: string }> {
    const [form, ...rest] = token.split(':')
    if (form === 'service') return this.#service(rest)
    const [replica = '', key = null] = rest
    const isDevice = form === 'replica' || (form === 'wiping' && key !== null)
    const who = isDevice ? await this.#identify(headers, { replica, key }) : null
    if (!who) throw new Failure('sign-in-needed')
    return { who, replica }
  }

  #service([key = '', user = '', replica = '']: readonly string[]): { readonly who: Who; readonly replica: string } {
    const role = Object.hasOwn(SERVICES, user) ? SERVICES[user] : undefined
    if (role === undefined || !isSameKey(key, this.#serviceKey)) throw new Failure('sign-in-needed')
    return { who: { user, role }, replica }
  }
}
