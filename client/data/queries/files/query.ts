import type { FileRecord } from '../../../../shared/files/collections.ts'
import type { FileState } from '../../files/device-files.ts'

/** The files of a record, kept while they come and go. */
export interface FilesQuery {
  readonly what: 'files'
  /** `<collection>/<id>`. */
  readonly about: string
}

export type ShownFile = FileRecord & FileState

export interface FilesAnswer {
  readonly what: 'files'
  /** Those that are not removed, the last added first. */
  readonly files: readonly ShownFile[]
}
