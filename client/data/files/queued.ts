import type { FailureCode, FailureParams } from '../../../shared/errors.ts'

/** Parts of a file that are sent, the small one first. */
export const PARTS = ['preview', 'file'] as const
export type Part = (typeof PARTS)[number]

/** What a page gives to be kept as a file of a record. */
export interface GivenFile {
  /** `<collection>/<id>` of the record that it belongs to. */
  readonly about: string
  readonly name: string
  readonly bytes: Blob
  /** A small picture of it; null where none could be made. */
  readonly preview: Blob | null
  /** Pixels, of pictures. */
  readonly width: number | null
  readonly height: number | null
  /** The paper that it is a print of. */
  readonly paper: string | null
}

/** Why a file is not sent. */
export interface SendingFailure {
  readonly code: FailureCode
  readonly params: FailureParams
}

/** A file of this device that the server does not have yet: enough to make its record of. */
export interface Queued extends Pick<GivenFile, 'about' | 'name' | 'width' | 'height' | 'paper'> {
  /** Of its record. */
  readonly id: string
  readonly size: number
  readonly type: string
  readonly hash: string
  readonly preview: string | null
  /** Where what was begun goes on. */
  readonly uploads: { readonly [P in Part]?: string }
  /** Why it is not tried any more until somebody says so; null: it is. */
  readonly failed: SendingFailure | null
}

/** The hash of one of its parts; null: it has none. */
export function hashOfPart({ hash, preview }: Pick<Queued, 'hash' | 'preview'>, part: Part): string | null {
  return part === 'file' ? hash : preview
}
