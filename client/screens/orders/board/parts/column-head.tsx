import { ColumnFace } from '../../../../ui/board/column-face.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { Column } from '../columns.ts'
import { useBoard } from '../context.ts'

/** A column's state on its colour, with how many orders stand in it and what they come to. */
export function ColumnHead(props: { readonly column: Column }) {
  const { format } = useWords()
  const { board, currency } = useBoard()
  const total = () => board.total(props.column.id)
  return (
    <ColumnFace
      name={props.column.name}
      hue={props.column.hue}
      number={props.column.number ?? undefined}
      missing={props.column.isStray}
      count={format.integer(total().count)}
      sum={format.money(total().sum, currency())}
    />
  )
}
