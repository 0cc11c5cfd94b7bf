import { createMemo, Show } from 'solid-js'
import type { FunnelBlock } from '../../../../../shared/funnel/index.ts'
import { Was } from '../../beside/was.tsx'
import { useFunnel } from '../../context.tsx'
import { cellFigure } from '../../figures/cell-figure.ts'
import { type CellText, type Column, cellText } from '../../figures/columns.ts'
import type { Line } from '../../figures/line.ts'
import { useTitles } from '../../figures/use-titles.ts'
import { FigureButton } from './figure-button.tsx'
import { Split } from './split.tsx'

export interface CellProps {
  readonly block: FunnelBlock
  readonly line: Line
  readonly column: Column
  /** What the line is of, in words. */
  readonly name: string
  /** The most losses of a line of the table: the longest split. */
  readonly most: number
}

/** A figure of a line with what stands behind it; nothing where there is no figure. */
export function Cell(props: CellProps) {
  const funnel = useFunnel()
  const { title } = useTitles()
  const text = createMemo(() => cellText(props.line, props.column, funnel.cells))
  const what = () => `${props.name}, ${title(props.column)}`
  const label = () => {
    const { main = '', second } = text() ?? {}
    return `${what()}: ${second === undefined ? main : `${main} · ${second}`}`
  }
  return (
    <>
      <Show when={text()}>
        {(words) => (
          <FigureButton figure={cellFigure(props.block, props.line, props.column)} label={label()}>
            <Show when={props.column === 'losses'} fallback={<Words text={words()} column={props.column} />}>
              <span class="losses-text">{[words().main, words().second].filter(Boolean).join(' · ')}</span>
              <Split reasons={props.line.reasons} losses={props.line.losses} most={props.most} />
            </Show>
          </FigureButton>
        )}
      </Show>
      <Was block={props.block} line={props.line} column={props.column} label={what()} />
    </>
  )
}

function Words(props: { readonly text: CellText; readonly column: Column }) {
  return (
    <>
      <span classList={{ loss: props.column === 'lossesSum', strong: props.column === 'reached' }}>
        {props.text.main}
      </span>
      <Show when={props.text.second}>
        {' '}
        <span class="second">{props.text.second}</span>
      </Show>
    </>
  )
}
