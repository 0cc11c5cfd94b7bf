import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pdfmake from 'pdfmake'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PDF_TO_PICTURE, PDF_TO_TEXT, READ_CODES } from '../../scripts/papers.ts'
import { codeRows } from '../../shared/print/drawing/code-rows.ts'
import { asDefinition } from '../../shared/print/drawing/definition.ts'
import type { Block, Paper } from '../../shared/print/paper.ts'
import { DEAL, MAKING } from '../../shared/print/testing/deal.ts'
import { actPaper, invoicePaper } from '../../shared/print/trade/papers.ts'

const run = promisify(execFile)
const FONTS = join(import.meta.dirname, '../../node_modules/pdfmake/fonts/Roboto')
/** A red point, as PNG. */
const POINT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-papers-'))
  const [normal, bold] = ['Regular', 'Medium'].map((face) => join(FONTS, `Roboto-${face}.ttf`))
  pdfmake.setFonts({ Roboto: { normal, bold, italics: normal, bolditalics: bold } as never })
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS))
  pdfmake.setUrlAccessPolicy(() => false)
})
afterAll(() => rm(folder, { recursive: true }))

/** The paper as a PDF on the disk: the page's definition, drawn by the same library. */
async function printed(paper: Paper): Promise<string> {
  const file = join(folder, 'paper.pdf')
  await writeFile(file, await pdfmake.createPdf(asDefinition(paper)).getBuffer())
  return file
}

/** Its words, a space for whatever stands between. */
async function wordsIn(file: string): Promise<string> {
  const { stdout } = await run(PDF_TO_TEXT, ['-layout', file, '-'])
  return stdout.replaceAll(/\s+/g, ' ')
}

/** What must stand side by side of a block. */
function linesOf(block: Block): string[] {
  const lines = () => {
    if (block.is === 'table') return block.rows.map((row) => row.join(' '))
    if (block.is === 'totals') return block.totals.map(({ label, text }) => `${label} ${text}`)
    return block.is === 'title' ? [block.text] : []
  }
  return lines().map((line) => line.replaceAll(/\s+/g, ' ').trim())
}

test('P6: every word of an invoice stands in its PDF, Cyrillic and the sign of the rouble with them; markup is text', async () => {
  const deal = { ...DEAL, note: 'Доставка 500 ₽ — до 18:00, «Ёж & Co» <script>' }
  const text = await wordsIn(await printed(invoicePaper(deal, MAKING)))
  expect(text).toContain(deal.note)
  for (const block of invoicePaper(deal, MAKING).blocks) for (const line of linesOf(block)) expect(text).toContain(line)
  expect(text).toContain('Сорок пять тысяч триста четырнадцать рублей 30 копеек')
  for (const requisite of ['40702810138250123017', '044525225', '30101810400000000225', '7707083893'])
    expect(text).toContain(requisite)
})

test('P2, P6: a camera reads the invoice’s code: what the bank is to be told, letter for letter', async () => {
  const paper = invoicePaper(DEAL, MAKING)
  const picture = join(folder, 'page')
  await run(PDF_TO_PICTURE, ['-png', '-r', '150', '-singlefile', await printed(paper), picture])
  const { stdout } = await run(READ_CODES, ['--quiet', '--raw', '--oneshot', '-Sbinary', `${picture}.png`])
  const code = paper.blocks.flatMap((block) => (block.is === 'code' ? [block.text] : []))[0]
  expect(stdout.trimEnd()).toBe(code)
})

test('P6: a table of 1,000 lines has its head on every page, all lines, and the number of each page', async () => {
  const lines = Array.from({ length: 1_000 }, (_, i) => ({ ...DEAL.lines[0], name: `Товар ${i + 1}` }))
  const file = await printed(actPaper({ ...DEAL, lines: lines as typeof DEAL.lines }, MAKING))
  const text = await wordsIn(file)
  for (const i of [1, 500, 1_000]) expect(text).toContain(`${i} Товар ${i} 1 шт`)
  const pages = Number(/ 1 \/ (\d+)/.exec(text)?.[1])
  expect(pages).toBeGreaterThan(10)
  expect([...text.matchAll(/№ Наименование/g)].length).toBeGreaterThanOrEqual(pages - 1)
  expect(text).toContain(` ${pages} / ${pages}`)
})

test('P5: logo, seal and signature are drawn', async () => {
  const pictures = { logo: POINT, seal: POINT, signature: POINT }
  const withAll = await readFile(await printed(invoicePaper(DEAL, { ...MAKING, pictures })), 'latin1')
  const without = await readFile(await printed(invoicePaper(DEAL, MAKING)), 'latin1')
  const imagesIn = (pdf: string) => [...pdf.matchAll(/\/Subtype \/Image/g)].length
  expect(imagesIn(withAll)).toBeGreaterThan(0)
  expect(imagesIn(without)).toBe(0)
})

test('P2: the code is a square with its three marks, larger for longer texts', () => {
  const [small, large] = [codeRows('ST00012'), codeRows('п'.repeat(600))]
  expect(large.length).toBeGreaterThan(small.length)
  for (const rows of [small, large]) {
    expect(rows.every((row) => row.length === rows.length)).toBe(true)
    const corner = rows.slice(0, 7).map((row) => row.slice(0, 7).map(Number).join(''))
    expect(corner).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'])
  }
})
