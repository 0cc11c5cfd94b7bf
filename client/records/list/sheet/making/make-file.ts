import type { SheetTable } from '../../../../../shared/lists/sheet.ts'
import type { Making } from './make.ts'
import { openMaker } from './maker.ts'

/** A table that is here whole, as a file made beside the page. */
export async function makeFile({ heads, rows }: SheetTable, making: Making): Promise<Blob> {
  const maker = openMaker(heads, new AbortController().signal)
  try {
    maker.add(rows)
    return await maker.make(making)
  } finally {
    maker.end()
  }
}
