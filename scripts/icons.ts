/**
 * `npm run icons`: draws the PNG icons of the installed program from client/public/icon.svg. They are committed; this is
 * run when the drawing changes.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { CHROMIUM } from './chromium.ts'

const folder = join(import.meta.dirname, '../client/public')
const drawing = await readFile(join(folder, 'icon.svg'), 'utf8')

const browser = await chromium.launch({ executablePath: CHROMIUM })
await draw('icon-192.png', 192, drawing)
await draw('icon-512.png', 512, drawing)
// A maskable icon is cut to the system's own shape, so it fills the square and keeps the drawing in the middle 80 %.
await draw('icon-maskable-512.png', 512, squared(drawing, 0.82))
await draw('apple-touch-icon.png', 180, squared(drawing, 0.94))
await browser.close()

async function draw(name: string, size: number, svg: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  await page.screenshot({ path: join(folder, name), omitBackground: true })
  await page.close()
}

function squared(svg: string, scale: number): string {
  const inset = 256 * (1 - scale)
  return svg.replace(/ rx="\d+"/, '').replace('<g ', `<g transform="translate(${inset} ${inset}) scale(${scale})" `)
}
