import * as fc from 'fast-check'
import type { Block, Body, Inline, ListItem, Mark } from '../body/body.ts'
import { HEADING_LEVELS, heading, paragraph, textNode } from '../body/body.ts'

/** Words that would be markup, or parameters, if they were not only words. */
export const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '<b>Ёлкин</b>',
      '[Номер]',
      '{{number}}',
      '{{{x}}}',
      '&amp;',
      '"\'><script>',
      '[[',
      ']]',
      '</td>',
      '\u0001a\u0002',
    ),
  )
  .map((text) => text.replace(/[\r\n]/g, ' '))

const marks: fc.Arbitrary<readonly Mark[]> = fc
  .tuple(fc.subarray(['bold', 'italic', 'underline', 'strike'] as const), fc.boolean())
  .map(([plain, isLink]) => [
    ...plain.map((type) => ({ type })),
    ...(isLink ? [{ type: 'link' as const, attrs: { href: 'https://assol.example/?a=1&b="2"' } }] : []),
  ])

/** Pieces of a line; `names`: of parameters that may stand in it. */
const lineOf = (names: readonly string[]): fc.Arbitrary<readonly Inline[]> => {
  const text: fc.Arbitrary<Inline> = fc.tuple(words, marks).map(([one, looks]) => textNode(one, looks))
  const pause: fc.Arbitrary<Inline> = fc.constant({ type: 'hardBreak' })
  const parameter: fc.Arbitrary<Inline>[] =
    names.length === 0 ? [] : [fc.constantFrom(...names).map((name) => ({ type: 'parameter', attrs: { name } }))]
  return fc.array(fc.oneof(text, pause, ...parameter), { maxLength: 5 })
}

/** Bodies of every form, with words that are dangerous where they are taken for more than words. */
export function bodies(names: readonly string[] = []): fc.Arbitrary<Body> {
  const line = lineOf(names)
  const paragraphs: fc.Arbitrary<Block> = line.map(paragraph)
  const headings: fc.Arbitrary<Block> = fc
    .tuple(fc.constantFrom(...HEADING_LEVELS), line)
    .map(([level, content]) => heading(level, content))
  const cells = fc.array(words, { minLength: 2, maxLength: 2 })
  const goods: fc.Arbitrary<Block> = fc
    .tuple(cells, fc.array(cells, { maxLength: 3 }))
    .map(([heads, rows]) => ({ type: 'goods', attrs: { heads, rows } }))
  const { block } = fc.letrec<{ block: Block; item: ListItem }>((tie) => ({
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraphs,
      headings,
      goods,
      fc
        .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
        .map(([type, content]): Block => ({ type, content })),
    ),
    item: fc
      .tuple(paragraphs, fc.array(tie('block'), { maxLength: 2 }))
      .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
  }))
  return fc.array(block, { minLength: 1, maxLength: 4 }).map((content) => ({ type: 'doc', content }))
}
