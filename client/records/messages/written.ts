import {
  type Block,
  type Body,
  type Inline,
  inlinesOf,
  type ListItem,
  writeBody,
} from '../../../shared/messages/body/body.ts'
import { readBody } from '../../../shared/messages/body/read-body.ts'
import { placesIn } from '../../../shared/messages/parameters/typed.ts'
import type { Doc } from '../../ui/rich-text/form.ts'

/** The parameter that is called so, by its lasting name; null where there is none. */
export type Named = (called: string) => string | null
/** How a parameter is written in brackets. */
export type Called = (name: string) => string

/** A kept body as the editor holds it. */
export function docOfBody(kept: string | null): Doc {
  // The tree is the editor's own form, only closed.
  return readBody(kept) as unknown as Doc
}

/** The same without looks: plain lines, as an SMS has them. */
export function linesOfBody(kept: string | null): Doc {
  const lines = plainLines(readBody(kept).content)
  return {
    type: 'doc',
    content: (lines.length > 0 ? lines : [[]]).map((content) => ({
      type: 'paragraph',
      ...(content.length > 0 && { content: [...content] }),
    })),
  }
}

function plainLines(blocks: readonly (Block | ListItem)[]): readonly (readonly Doc[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'goods') return []
    return block.type === 'paragraph' || block.type === 'heading'
      ? broken(block.content ?? [])
      : plainLines(block.content)
  })
}

/** A line for each piece between breaks. */
function broken(inlines: readonly Inline[]): readonly (readonly Doc[])[] {
  const lines: Doc[][] = [[]]
  for (const one of inlines) {
    if (one.type === 'hardBreak') lines.push([])
    else if (one.type === 'text') lines.at(-1)?.push({ type: 'text', text: one.text })
    else lines.at(-1)?.push({ type: 'parameter', attrs: { name: one.attrs.name } })
  }
  return lines
}

/** What the editor holds, as it is kept; null: nothing was written. */
export function bodyOfDoc(doc: Doc): string | null {
  const body = readBody(JSON.stringify(doc))
  return isEmpty(body) ? null : writeBody(body)
}

/** Whether nothing stands in it. */
function isEmpty({ content }: Body): boolean {
  const says = inlinesOf(content).some(
    (one) => one.type === 'parameter' || (one.type === 'text' && one.text.trim() !== ''),
  )
  return !says && content.every(({ type }) => type !== 'goods')
}

/** A line with parameters in brackets, as the editor holds it: those that are known are chips, all else is text. */
export function docOfLine(line: string | null, named: Named): Doc {
  const text = line ?? ''
  const content: Doc[] = []
  let end = 0
  const words = (upTo: number) => upTo > end && content.push({ type: 'text', text: text.slice(end, upTo) })
  for (const { from, until, name: called } of placesIn(text)) {
    const name = named(called)
    // Spaces within brackets mean the same and stay as they were typed, which a chip would not keep.
    if (name === null || text.slice(from, until) !== `[${called}]`) continue
    words(from)
    content.push({ type: 'parameter', attrs: { name } })
    end = until
  }
  words(text.length)
  return { type: 'doc', content: [content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }] }
}

/** The line that the editor holds; null: nothing was written. */
export function lineOfDoc(doc: Doc, called: Called): string | null {
  const pieces = (doc.content ?? []).flatMap(({ content }) => content ?? [])
  const text = pieces.map((one) =>
    one.type === 'parameter' ? `[${called(String(one.attrs?.name))}]` : (one.text ?? ''),
  )
  return text.join('').trim() || null
}
