import readWorkbook from 'read-excel-file/universal'
import { type FileProblem, problemAt } from '../problem.ts'
import { lookThrough } from './look.ts'
import { sheetsIn } from './sheets-in.ts'
import { packedAgain, unpackBook } from './unpack.ts'

/** A cell's value: of a formula, what it was last reckoned to be. A date is in UTC. */
export type BookCell = string | number | boolean | Date | null

/** A sheet of a workbook. */
export interface BookSheet {
  readonly name: string
  /** As many cells in each; the first is the workbook's row 1. */
  readonly rows: readonly (readonly BookCell[])[]
  /** Cells that could not be read; their line is the row. */
  readonly problems: readonly FileProblem[]
}

/** Reads a workbook (XLSX), all sheets of it; a problem in its place where it cannot be read. It is bounded before it is unpacked. */
export async function readBook(bytes: Uint8Array): Promise<readonly BookSheet[] | FileProblem> {
  const parts = unpackBook(bytes)
  if (isProblem(parts)) return parts
  const looked = new Map(sheetsIn(parts).map(({ name, xml }) => [name, lookThrough(xml)]))
  if (looked.size === 0) return problemAt(null, 'book-no-sheet')
  const refused = [...looked.values()].find((one) => one.refused)?.refused
  if (refused) return refused
  try {
    const sheets = await readWorkbook(packedAgain(parts))
    return sheets.map(({ sheet, data }) => {
      // Its declaration says `typeof Date` where dates come.
      const rows = data as unknown as BookSheet['rows']
      return { name: sheet, rows, problems: looked.get(sheet)?.problems ?? [] }
    })
  } catch (error) {
    if (error instanceof Error) return problemAt(null, 'book-damaged')
    throw error
  }
}

function isProblem(one: object): one is FileProblem {
  return 'code' in one && 'params' in one
}
