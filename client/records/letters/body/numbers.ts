import { linkOf } from './dialled.ts'
import { partsOf } from './runs.ts'

/** No more of a letter is looked through, in signs. */
const LOOKED_AT = 100_000
/** Whose words stand for no number: links lead somewhere already. */
const NOT_IN = 'a, style'

/** Makes links of the numbers in a letter's words. A number without a code is of a country; `word` says what a link does. */
export function linkNumbers(body: HTMLElement, country: string | null, word: string): void {
  let left = LOOKED_AT
  for (const text of textsOf(body)) {
    if (left <= 0) return
    left -= text.data.length
    const parts = partsOf(text.data, country)
    if (!parts.some(({ phone }) => phone)) continue
    text.replaceWith(
      ...parts.map(({ text: words, phone }) => {
        if (!phone) return words
        const link = body.ownerDocument.createElement('a')
        link.href = linkOf(phone)
        link.title = word
        link.textContent = words
        return link
      }),
    )
  }
}

/** The address of a number's link that was clicked. */
export function numberClicked({ target }: Event): string | null {
  // Another page's elements are of its own classes.
  const link = (target as Element | null)?.closest?.('a[href^="tel:" i]')
  return link?.getAttribute('href') ?? null
}

function textsOf(body: HTMLElement): readonly Text[] {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest(NOT_IN)) texts.push(node as Text)
  return texts
}
