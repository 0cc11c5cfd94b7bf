import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import { asDefinition } from '../../../shared/print/drawing/definition.ts'
import type { Paper } from '../../../shared/print/paper.ts'

/** The fonts that devices print with. */
const FONTS = join(dirname(fileURLToPath(import.meta.resolve('pdfmake/package.json'))), 'fonts/Roboto')

/** A paper as PDF, as a device makes it. Throws where a picture of it cannot be read. */
export async function asPdf(paper: Paper): Promise<Uint8Array> {
  prepare()
  return await pdfmake.createPdf(asDefinition(paper)).getBuffer()
}

/** The library reads its fonts, and nothing else, from the disk, and nothing from the network. */
function prepare(): void {
  const [normal, bold] = ['Regular', 'Medium'].map((face) => join(FONTS, `Roboto-${face}.ttf`))
  pdfmake.setFonts({ Roboto: { normal, bold, italics: normal, bolditalics: bold } as never })
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS))
  pdfmake.setUrlAccessPolicy(() => false)
}
