import type {
  beforeSyncPayload,
  connectedPayload,
  onAuthenticatePayload,
  onLoadDocumentPayload,
  onStatelessPayload,
} from '@hocuspocus/server'
import { Failure } from '../../../shared/errors.ts'
import type { Library } from '../documents/library.ts'
import type { Journal } from '../journal/journal.ts'
import { isPassing, type Refusals, type Refused, reasonOf } from '../refusals.ts'
import type { Door } from './door.ts'
import { CHANGE, STATE } from './line/message.ts'
import { type Context, Session } from './session.ts'

/** The close code of a document's connection: 4403 where it is of no use to try again. */
export const REFUSED = 4403
const LATER = 4503

export interface IntakeOptions {
  readonly door: Door
  readonly journal: Journal
  readonly library: Library
  readonly refusals: Refusals
  /** Takes numbers that a device shows and the server may have lost (SPEC J32), as text. */
  readonly shown: (words: string) => Promise<void>
  /** The greatest update that is taken, bytes. */
  readonly limit: number
}

/**
 * What Hocuspocus asks of us. Its hooks write every thrown error with a message to the console, so what is thrown here
 * is a bare reason; the cause is in our own log.
 */
export class Intake {
  readonly #options: IntakeOptions

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  async authenticate({
    context,
    documentName,
    token,
    requestHeaders,
    connectionConfig,
  }: onAuthenticatePayload<Context>) {
    try {
      const by = await this.#options.door.admit({ document: documentName, token, headers: requestHeaders })
      if (context.gate.isCut) throw new Failure('sign-in-needed')
      connectionConfig.readOnly = by.readOnly
      context.gate.users.add(by.user)
      context.gate.replicas.add(by.replica)
      return { session: new Session(by) }
    } catch (error) {
      throw this.#denied(error, documentName, context, null)
    }
  }

  async load({ context, document, documentName }: onLoadDocumentPayload<Context>): Promise<void> {
    const { journal, library } = this.#options
    try {
      await journal.between(() => library.openLive(documentName, document))
      // What was stored is no news: Hocuspocus would send it once more to whoever it is opened for.
      document.flush()
    } catch (error) {
      throw this.#denied(error, documentName, context, context.session ?? null)
    }
  }

  /**
   * A connection that was being made while its document was taken out of memory stands on one that nobody keeps in step:
   * it is made again.
   */
  async connected({ connection, documentName }: connectedPayload<Context>): Promise<void> {
    const isKept = this.#options.library.find(documentName)?.doc === connection.document
    if (!isKept) connection.close({ code: LATER, reason: reasonOf('document-closed') })
  }

  /** Checks, journals and applies an update. Hocuspocus then finds an empty one, and acknowledges. */
  async take({
    type,
    payload,
    connection,
    context,
    document,
    documentName,
  }: beforeSyncPayload<Context>): Promise<void> {
    if (type !== STATE && type !== CHANGE) return
    const session = sessionIn(context)
    try {
      await this.#journal(documentName, document, payload, context, session)
    } catch (error) {
      const isEarly = type === CHANGE && !session.hasState && isGap(error)
      if (!isEarly) throw this.#refused(error, documentName, context, session, payload.length)
    }
    // Zeros are an update without structs and deletions, however long.
    payload.fill(0)
    if (type === STATE) for (const mark of session.takeState()) connection.sendStateless(`marked:${mark}`)
  }

  /**
   * `mark:<n>`: are all my updates before this journalled? `time`: what time is it? `shown:<numbers>`: these orders had
   * those numbers. `oldest:<ms>`: so old is what I have not sent.
   */
  async stateless({ connection, payload }: onStatelessPayload): Promise<void> {
    const [word = '', value = ''] = payload.split(':')
    if (word === 'shown' && !connection.readOnly) await this.#options.shown(payload.slice(word.length + 1))
    if (word === 'time') connection.sendStateless(`time:${Date.now()}`)
    if (word === 'oldest') sessionIn(connection.context).outbox.tell(value, Date.now())
    if (word === 'mark' && sessionIn(connection.context).takeMark(value)) connection.sendStateless(`marked:${value}`)
  }

  async #journal(name: string, doc: unknown, update: Uint8Array, { gate }: Context, { by }: Session): Promise<void> {
    const { journal, library, limit } = this.#options
    if (gate.isCut) throw new Failure('sign-in-needed')
    if (update.length > limit) throw new Failure('update-too-large', { bytes: update.length, limit })
    const open = library.find(name)
    if (!open || open.doc !== doc) throw new Failure('document-closed', { document: name })
    if (by.generation !== null && by.generation !== open.generation)
      throw new Failure('document-packed', { document: name })
    await journal.take(open, update, by)
  }

  #denied(error: unknown, document: string, { gate }: Context, session: Session | null): { readonly reason: string } {
    return { reason: this.#options.refusals.note(error, refusedTo(gate.id, document, session, 0)) }
  }

  #refused(
    error: unknown,
    document: string,
    { gate }: Context,
    session: Session,
    bytes: number,
  ): { readonly code: number; readonly reason: string } {
    const code = this.#options.refusals.note(error, refusedTo(gate.id, document, session, bytes))
    return { code: isPassing(code) ? LATER : REFUSED, reason: reasonOf(code) }
  }
}

function refusedTo(socket: string, document: string, session: Session | null, bytes: number): Refused {
  const { user = '', replica = '' } = session?.by ?? {}
  return { socket, document: document.slice(0, 200), user, replica, bytes }
}

function isGap(error: unknown): boolean {
  return error instanceof Failure && error.code === 'update-gap'
}

/** Messages of a document are handled only after its connection was let in. */
function sessionIn({ session }: Context): Session {
  if (!session) throw new Failure('sign-in-needed')
  return session
}
