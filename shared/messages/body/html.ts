import Mustache from 'mustache'
import { readQuote } from '../../letters/answering/quote.ts'
import type { Language } from '../../locales/index.ts'
import { type Block, type Body, bodyOfText, type GoodsTable, type Inline, type ListItem, type Mark } from './body.ts'
import { printable } from './printable.ts'

/**
 * What each form is in HTML. Values stand in two brackets and are escaped, what was rendered already in three. Looks stand in
 * the elements themselves: programs of mail leave out the rest.
 */
const FORMS = {
  paragraph: '<p style="margin:0 0 1em">{{{inside}}}</p>',
  empty: '<p style="margin:0 0 1em"><br></p>',
  heading: '<h{{level}} style="margin:0 0 .5em">{{{inside}}}</h{{level}}>',
  bulletList: '<ul style="margin:0 0 1em">{{{inside}}}</ul>',
  orderedList: '<ol style="margin:0 0 1em">{{{inside}}}</ol>',
  listItem: '<li>{{{inside}}}</li>',
  link: '<a href="{{href}}" rel="noopener noreferrer" target="_blank">{{{inside}}}</a>',
  text: '{{text}}',
  goods:
    '<table style="border-collapse:collapse;margin:0 0 1em"><thead><tr>{{#heads}}<th style="{{look}}">{{text}}</th>{{/heads}}</tr></thead>' +
    '<tbody>{{#rows}}<tr>{{#cells}}<td style="{{look}}">{{text}}</td>{{/cells}}</tr>{{/rows}}</tbody></table>',
  quote:
    '<p style="margin:0 0 .5em">{{#heads}}{{text}}<br>{{/heads}}</p><blockquote style="margin:0;padding-left:1em;border-left:2px solid #c8c8c8">{{{inside}}}</blockquote>',
  dot: '<img src="{{src}}" width="1" height="1" alt="">',
  letter:
    '<!doctype html><html lang="{{language}}"><head><meta charset="utf-8"></head><body>{{{inside}}}</body></html>',
} as const

const MARKS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const
const CELL = 'border:1px solid #c8c8c8;padding:4px 8px;text-align:'
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A body as HTML, to stand in a letter or on a page (SPEC TX7). A parameter that was not filled stands in its brackets. */
export function htmlOf({ content }: Body): string {
  return htmlOfBlocks(content)
}

/** A whole letter with a picture of one dot, which is fetched from `src` where somebody reads it. */
export function letterWithDot(body: Body, language: Language, src: string): string {
  return form('letter', { language, inside: htmlOf(body) + form('dot', { src }) })
}

/** A whole letter, and the words of another one that it quotes below (letters/answering/quote.ts). */
export function letterOf(body: Body, language: Language, quote: string | null = null): string {
  return form('letter', { language, inside: htmlOf(body) + (quote === null ? '' : htmlOfQuote(quote)) })
}

function htmlOfQuote(kept: string): string {
  const { head, words } = readQuote(kept)
  return form('quote', { heads: head.split('\n').map((text) => ({ text })), inside: htmlOf(bodyOfText(words)) })
}

function form(name: keyof typeof FORMS, view: object): string {
  return Mustache.render(FORMS[name], view, undefined, { escape: escaped })
}

function escaped(value: unknown): string {
  return printable(String(value)).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

function htmlOfBlocks(blocks: readonly (Block | ListItem)[]): string {
  return blocks.map(htmlOfBlock).join('')
}

function htmlOfBlock(block: Block | ListItem): string {
  if (block.type === 'goods') return form('goods', tableView(block.attrs))
  if (block.type === 'paragraph' && !block.content) return form('empty', {})
  if (block.type === 'paragraph') return form('paragraph', { inside: htmlOfLine(block.content) })
  if (block.type === 'heading') return form('heading', { level: block.attrs.level, inside: htmlOfLine(block.content) })
  return form(block.type, { inside: htmlOfBlocks(block.content) })
}

function htmlOfLine(line: readonly Inline[] = []): string {
  return line.map(htmlOfInline).join('')
}

function htmlOfInline(inline: Inline): string {
  if (inline.type === 'hardBreak') return '<br>'
  const text = inline.type === 'text' ? inline.text : `[${inline.attrs.name}]`
  return (inline.marks ?? []).reduce(marked, form('text', { text }))
}

function marked(inside: string, mark: Mark): string {
  if (mark.type === 'link') return form('link', { href: mark.attrs.href, inside })
  return `<${MARKS[mark.type]}>${inside}</${MARKS[mark.type]}>`
}

/** Names stand at the left, figures at the right. */
function tableView({ heads, rows }: GoodsTable) {
  const cell = (text: string, i: number) => ({ text, look: `${CELL}${i === 0 ? 'left' : 'right'}` })
  return { heads: heads.map(cell), rows: rows.map((row) => ({ cells: row.map(cell) })) }
}
