import medium from 'pdfmake/fonts/Roboto/Roboto-Medium.ttf?url'
import regular from 'pdfmake/fonts/Roboto/Roboto-Regular.ttf?url'
import { asDefinition } from '../../../shared/print/drawing/definition.ts'
import type { Paper } from '../../../shared/print/paper.ts'

/** Of the virtual files under which pdfmake finds the fonts. */
const [REGULAR, MEDIUM] = ['regular.ttf', 'medium.ttf']

/** A paper as PDF. The library and its fonts are fetched when the first one is made. */
export async function asPdf(paper: Paper): Promise<Blob> {
  const [{ default: pdfmake }, normal, bold] = await Promise.all([import('pdfmake'), fontAt(regular), fontAt(medium)])
  pdfmake.addVirtualFileSystem({ [REGULAR]: normal, [MEDIUM]: bold })
  pdfmake.setFonts({ Roboto: { normal: REGULAR, bold: MEDIUM, italics: REGULAR, bolditalics: MEDIUM } })
  return pdfmake.createPdf(asDefinition(paper)).getBlob()
}

/** A font as base64. */
async function fontAt(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
