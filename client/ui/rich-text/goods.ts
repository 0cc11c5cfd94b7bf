import { Node } from '@tiptap/core'
import type { GoodsTable } from '../../../shared/messages/body/body.ts'

/** The table of an order's goods in a text that was filled: it stands as a whole, or is taken away. */
export const GoodsNode = Node.create({
  name: 'goods',
  group: 'block',
  atom: true,

  addAttributes: () => ({ heads: { default: [], rendered: false }, rows: { default: [], rendered: false } }),

  renderHTML({ node }) {
    const { heads, rows } = node.attrs as GoodsTable
    const line = (tag: 'th' | 'td') => (cells: readonly string[]) => ['tr', ...cells.map((cell) => [tag, {}, cell])]
    return ['table', { class: 'goods-table' }, ['tbody', line('th')(heads), ...rows.map(line('td'))]]
  },

  renderText({ node }) {
    const { heads, rows } = node.attrs as GoodsTable
    return [heads, ...rows].map((cells) => cells.join('\t')).join('\n')
  },
})
