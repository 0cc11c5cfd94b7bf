import type { BrowserContext, Page } from '@playwright/test'
import { MARK, PAYLOADS } from './payloads.ts'

/** Elements and attributes that no part of the program makes: they stand on a page when a text was taken for HTML. */
const MADE = [
  'img[src*="elsewhere"], img[src="x"], iframe, body script:not([src])',
  '[onerror], [onload], [onfocus], [onmouseover]',
  'a[href^="javascript:" i], [style*="elsewhere"]',
].join()

/** Hears of everything by which a text that ran would give itself away. */
export class Trap {
  /** What was heard, with the page's address. */
  readonly caught: string[] = []

  static async set(context: BrowserContext): Promise<Trap> {
    const trap = new Trap()
    await context.exposeFunction('tellTrap', (what: string) => trap.caught.push(what))
    await context.addInitScript(watchPage)
    context.on('dialog', (dialog) => {
      trap.caught.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    context.on('request', (request) => {
      if (/elsewhere\.invalid/.test(request.url())) trap.caught.push(`request: ${request.url()}`)
    })
    context.on('weberror', (error) => trap.caught.push(`error: ${error.error().message}`))
    return trap
  }

  /** What was heard so far, and what stands on the page that should not. */
  async look(page: Page): Promise<string[]> {
    const made = await page.evaluate((selector) => {
      return [...document.querySelectorAll(selector)].map((one) => one.outerHTML.slice(0, 120))
    }, MADE)
    return [...this.caught, ...made]
  }
}

/** In the page, before all of its scripts: tells of refusals of the page's policy, and of `window.ran`. */
function watchPage(): void {
  const tell = (what: string) => (window as unknown as { tellTrap(what: string): void }).tellTrap(what)
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    tell(`policy: ${violatedDirective} ${blockedURI} at ${location.pathname}`)
  })
  Object.defineProperty(window, 'ran', { set: (how: unknown) => tell(`ran: ${how} at ${location.pathname}`) })
}

/** How many texts of the page (words, values of inputs, labels) are a payload letter for letter, and which hold a part of one alone. */
export function seen(page: Page): Promise<{ readonly whole: number; readonly broken: readonly string[] }> {
  return page.evaluate(
    ([mark, all]) => {
      const plain = (text: string) => text.replace(/\s+/g, ' ')
      const known = all.map(plain)
      const texts: string[] = []
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) texts.push(node.textContent ?? '')
      for (const one of document.querySelectorAll('input, textarea')) texts.push((one as HTMLInputElement).value)
      const poisoned = texts.map(plain).filter((text) => text.includes(mark) && text.trim() !== mark)
      const isWhole = (text: string) => known.some((payload) => text.includes(payload))
      return { whole: poisoned.filter(isWhole).length, broken: poisoned.filter((text) => !isWhole(text)) }
    },
    [MARK, PAYLOADS] as const,
  )
}
