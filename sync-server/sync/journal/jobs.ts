import type { NumberWish } from '../../storage/storage.ts'
import type { Opened } from '../documents/opened.ts'
import type { Writer } from '../update/check.ts'
import type { ServerText } from './pen.ts'

interface Answer {
  /** The job is journalled and applied, or there was nothing to do. */
  done(): void
  failed(error: unknown): void
}

/** An update of a device, to be checked and taken. */
export interface ClientJob extends Answer {
  readonly kind: 'client'
  readonly open: Opened
  readonly update: Uint8Array
  readonly by: Writer
  /** By `performance.now()`. */
  readonly arrived: number
}

/** What the server itself writes. */
export interface ServerWork {
  readonly texts: readonly { readonly open: Opened; readonly texts: readonly ServerText[] }[]
  /** Orders that are to be numbered without being written. */
  readonly wishes: readonly { readonly open: Opened; readonly wish: NumberWish }[]
}

/** A write of the server's own. Its texts are made when its turn comes, upon all that was taken before. */
export interface ServerJob extends Answer {
  readonly kind: 'server'
  readonly prepare: () => Promise<ServerWork>
}

export type Job = ClientJob | ServerJob

/** Jobs of the same name must not go in one turn: the later one stands upon the earlier. */
export function conflictOf(job: Job): string {
  return job.kind === 'server' ? 'server' : `${job.open.name} ${job.by.replica}`
}
