import { Marked, type Token, type Tokens } from 'marked'
import type { HelpPage, HelpSection } from '../../../client/help/page.ts'

const PAGE = /^(?:\.\.\/(?:ru|en)\/)?([\w-]+)\.md(?:#(.*))?$/
const PICTURE = /^\.\.\/pictures\/([\w-]+\.png)$/

/** Renders a page of docs/. `has`: whether there is a page of that id; links that lead out of the guide stay words. */
export function renderPage(id: string, markdown: string, has: (id: string) => boolean): HelpPage {
  const marked = new Marked({ gfm: true })
  marked.use({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth + 1} id="help-${anchorOf(plain(tokens) || text)}">${this.parser.parseInline(tokens)}</h${depth + 1}>\n`
      },
      link({ href, tokens }) {
        return linked(href, this.parser.parseInline(tokens), { id, has })
      },
      image: ({ href, text }) => pictured(href, text),
      // Pages hold no HTML of their own: what looks like it is shown as it stands.
      html: ({ text }) => escaped(text),
    },
  })
  const [title, ...tokens] = titled(marked.lexer(markdown))
  return { id, title, html: marked.parser(tokens), sections: sectionsOf(tokens) }
}

function titled(tokens: readonly Token[]): [title: string, ...Token[]] {
  const at = tokens.findIndex((token) => token.type === 'heading' && (token as Tokens.Heading).depth === 1)
  const title = at < 0 ? '' : plain((tokens[at] as Tokens.Heading).tokens)
  return [title, ...tokens.filter((_, i) => i !== at)]
}

function linked(
  href: string,
  words: string,
  from: { readonly id: string; readonly has: (id: string) => boolean },
): string {
  if (/^https?:\/\//.test(href)) return `<a href="${escaped(href)}" target="_blank" rel="noreferrer">${words}</a>`
  if (href.startsWith('#')) return inner(from.id, decodeURIComponent(href.slice(1)), words)
  const [, page = '', part = ''] = PAGE.exec(href) ?? []
  return page !== '' && from.has(page) ? inner(page, decodeURIComponent(part), words) : words
}

function inner(page: string, part: string, words: string): string {
  return `<a href="#help-${escaped(page)}" data-page="${escaped(page)}" data-part="${escaped(part)}">${words}</a>`
}

/** Its address is put in by whoever shows the page: only then it is fetched. */
function pictured(href: string, text: string): string {
  const [, name] = PICTURE.exec(href) ?? []
  return name === undefined ? escaped(text) : `<img src="picture:${name}" alt="${escaped(text)}" loading="lazy">`
}

function sectionsOf(tokens: readonly Token[]): HelpSection[] {
  const sections = [{ heading: '', anchor: '', text: '' }]
  for (const token of tokens) {
    const last = sections[sections.length - 1]
    if (token.type === 'heading') {
      const heading = plain(token.tokens ?? [])
      sections.push({ heading, anchor: anchorOf(heading), text: '' })
    } else if (last) last.text += `${plain([token])} `
  }
  return sections
    .map((section) => ({ ...section, text: section.text.replaceAll(/\s+/g, ' ').trim() }))
    .filter(({ heading, text }) => heading !== '' || text !== '')
}

/** The words of tokens, without signs. */
function plain(tokens: readonly Token[]): string {
  return tokens.map(wordsOf).join('')
}

function wordsOf(token: Token): string {
  const { tokens, text = '' } = token as Partial<Tokens.Text>
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [header, ...rows].flatMap((row) => row.map((cell) => `${plain(cell.tokens)} `)).join('')
  }
  if (token.type === 'list') return (token as Tokens.List).items.map((item) => `${plain(item.tokens)} `).join('')
  if (token.type === 'image') return ''
  return tokens ? plain(tokens) : unescaped(text)
}

/** As GitHub names headings, so that links between pages hold in both places. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
}

function unescaped(text: string): string {
  return Object.entries(SIGNS).reduceRight((out, [sign, name]) => out.replaceAll(name, sign), text)
}
