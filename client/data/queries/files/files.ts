import type { FileRecord } from '../../../../shared/files/collections.ts'
import type { FileState } from '../../files/device-files.ts'
import { allAbout } from '../customers/all-about.ts'
import type { Directory } from '../directory.ts'
import type { FilesAnswer, FilesQuery } from './query.ts'

/** The files of a record; of a customer those of all who were merged into him, too. */
export function filesOf(
  directory: Directory,
  beside: { file(record: FileRecord): FileState },
  { about }: FilesQuery,
): FilesAnswer {
  const meant = new Set(allAbout(directory, about))
  const rows = [...directory.rows('files').naming([...meant].map((name) => JSON.stringify(name)))]
  // Rows stand under their own collection's name, as its records read them.
  const files = (rows as unknown as FileRecord[]).filter((row) => !row.gone && meant.has(row.about ?? ''))
  const shown = files.map((row) => ({ ...row, ...beside.file(row) }))
  return { what: 'files', files: shown.sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1)) }
}
