import { hasFeature } from '../../../../../shared/features/known.ts'
import type { Letter } from '../../../../../shared/letters/collections.ts'
import type { Sort } from '../../../../../shared/orders/collections.ts'
import type { Typed } from './typed.ts'

/** A paper or a workbook that was made, to go with a letter. */
export interface MadeFile {
  readonly name: string
  readonly bytes: Blob
  /** The paper that it is a print of (shared/print); null: none. */
  readonly paper: string | null
}

/** What an answer, or a letter that is passed on, takes over. */
export interface Begun {
  /** Its draft is kept under this. */
  readonly key: string
  readonly typed: Partial<Typed>
  /** Enclosures that go along. */
  readonly enclosures: Letter['attachments']
}

/** From where a message is begun: what it is about, and whom it is for. */
export interface MessageStart {
  readonly customer: string | null
  readonly order: { readonly id: string; readonly sort: Sort } | null
  /** As the order names it: an entry of the customer's contacts, or a name. */
  readonly contact: string | null
  /** «Отправить»: it goes with the letter. */
  readonly made?: MadeFile
  readonly begun?: Begun
}

/** What stands there as a message is begun. */
export function typedAtFirst({ order, made, begun }: MessageStart): Typed {
  const lists = { papers: [], files: [], problems: [] }
  const subject = made ? titleOf(made) : null
  return {
    way: hasFeature('mail') ? 'letter' : 'sms',
    body: null,
    template: null,
    ...lists,
    order,
    subject,
    ...begun?.typed,
  }
}

/** Nothing of it was written by whoever looks at it, and its own files are those that went along by themselves. */
export function isUntouched(
  start: MessageStart,
  typed: Typed,
  own: readonly { readonly hash: string | null }[],
): boolean {
  const first = typedAtFirst(start)
  const names = new Set([...Object.keys(first), ...Object.keys(typed)]) as ReadonlySet<keyof Typed>
  const hashesOf = (files: typeof own) => JSON.stringify(files.map(({ hash }) => hash).sort())
  return (
    [...names].every((name) => told(first[name]) === told(typed[name])) &&
    hashesOf(start.begun?.enclosures ?? []) === hashesOf(own)
  )
}

/** What is not said and what is empty are one. */
function told(value: Typed[keyof Typed]): string | null {
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return isEmpty ? null : JSON.stringify(value)
}

/** What a made file is called, without its ending. */
function titleOf({ name }: MadeFile): string {
  return name.replace(/\.[^.]+$/, '')
}
