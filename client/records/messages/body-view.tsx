import { For, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Block, Body, GoodsTable, Inline, ListItem, Mark } from '../../../shared/messages/body/body.ts'
import './body-view.css'

/** A text as it is read: each piece as an element of its own, so that nothing in it is taken for HTML. */
export function BodyView(props: { readonly body: Body }) {
  return (
    <div class="body-view">
      <Blocks of={props.body.content} />
    </div>
  )
}

function Blocks(props: { readonly of: readonly Block[] }) {
  return <For each={props.of}>{(block) => <BlockView block={block} />}</For>
}

const TAGS = { bulletList: 'ul', orderedList: 'ol', paragraph: 'p' } as const

function BlockView(props: { readonly block: Block }): JSX.Element {
  const { block } = props
  switch (block.type) {
    case 'goods':
      return <Goods table={block.attrs} />
    case 'bulletList':
    case 'orderedList':
      return (
        <Dynamic component={TAGS[block.type]}>
          <For each={block.content}>{(item: ListItem) => <li>{<Blocks of={item.content} />}</li>}</For>
        </Dynamic>
      )
    case 'heading':
      // A letter's own headings stand below those of the page.
      return (
        <p class={`body-heading level-${block.attrs.level}`}>
          <Line of={block.content} />
        </p>
      )
    default:
      return (
        <p>
          <Line of={block.content} />
        </p>
      )
  }
}

function Line(props: { readonly of: readonly Inline[] | undefined }) {
  return (
    <For each={props.of} fallback={<br />}>
      {(inline) => <Piece inline={inline} />}
    </For>
  )
}

function Piece(props: { readonly inline: Inline }) {
  const { inline } = props
  if (inline.type === 'hardBreak') return <br />
  const text = inline.type === 'text' ? inline.text : <span class="parameter unknown">{inline.attrs.name}</span>
  return <>{(inline.marks ?? []).reduce<JSX.Element>(marked, text)}</>
}

const LOOKS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const

function marked(inside: JSX.Element, mark: Mark): JSX.Element {
  if (mark.type !== 'link') return <Dynamic component={LOOKS[mark.type]}>{inside}</Dynamic>
  return (
    <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  )
}

function Goods(props: { readonly table: GoodsTable }) {
  return (
    <table class="goods-table">
      <thead>
        <tr>
          <For each={props.table.heads}>{(head) => <th>{head}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.table.rows}>
          {(row) => (
            <tr>
              <For each={row}>{(cell) => <td>{cell}</td>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
