/** What mail programs put what is answered in. */
const QUOTES = [
  'blockquote',
  '.gmail_quote',
  '.yahoo_quoted',
  '.moz-cite-prefix + *',
  '#appendonsend ~ *',
  '#divRplyFwdMsg ~ *',
].join(',')

/** Folds what is quoted in a letter; a letter that is nothing but a quote stays as it is. `word` names what unfolds it. */
export function foldQuotes(body: HTMLElement, word: string): void {
  const quotes = [...body.querySelectorAll(QUOTES)].filter((one) => !one.parentElement?.closest(QUOTES))
  const quoted = quotes.reduce((sum, one) => sum + lengthOf(one), 0)
  if (quoted === 0 || lengthOf(body) - quoted < 1) return
  for (const quote of quotes) fold(quote, word)
}

function lengthOf(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length
}

function fold(quote: Element, word: string): void {
  const details = quote.ownerDocument.createElement('details')
  const summary = quote.ownerDocument.createElement('summary')
  summary.textContent = '•••'
  summary.title = word
  summary.setAttribute('aria-label', word)
  details.className = 'voronka-quote'
  quote.before(details)
  details.append(summary, quote)
}
