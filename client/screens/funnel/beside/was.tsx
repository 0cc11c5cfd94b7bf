import { createMemo, Show } from 'solid-js'
import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { FigureButton } from '../blocks/table/figure-button.tsx'
import { useFunnel } from '../context.tsx'
import { cellFigure } from '../figures/cell-figure.ts'
import { type Column, cellText } from '../figures/columns.ts'
import type { Line } from '../figures/line.ts'
import { OF_BESIDE } from '../view/view.ts'
import { apartOf } from './apart.ts'
import './was.css'

export interface WasProps {
  readonly block: FunnelBlock
  readonly line: Line
  readonly column: Column
  /** The cell in words: «3. Обсуждение КП, Потери». */
  readonly label: string
}

/** Under a figure: what it was in the period beside, which opens those orders, and by how much it differs. */
export function Was(props: WasProps) {
  const { t } = useWords()
  const funnel = useFunnel()
  const before = createMemo(() => funnel.beside.line(props.block, props.line))
  const was = () => {
    const line = before()
    return line && cellText(line, props.column, funnel.cells)
  }
  const isThere = () => was() !== null || cellText(props.line, props.column, funnel.cells) !== null
  return (
    <Show when={isThere() && before()}>
      {(line) => (
        <span class="was">
          <Show when={was()}>
            {(text) => (
              <FigureButton
                figure={cellFigure(props.block, line(), props.column)}
                of={OF_BESIDE}
                label={t('funnel.beside.was', { what: props.label, figure: text().main })}
              >
                {text().main}
              </FigureButton>
            )}
          </Show>
          <ApartOf {...props} before={line()} />
        </span>
      )}
    </Show>
  )
}

/** By how much a figure differs from that of the period beside: «+3 · +5 п.п.». */
export function ApartOf(props: Omit<WasProps, 'block' | 'label'> & { readonly before: Line }) {
  const { t } = useWords()
  const funnel = useFunnel()
  const words = { ...funnel.cells, points: (text: string) => t('funnel.beside.points', { text }) }
  const apart = () => apartOf(props.line, props.before, props.column, { ...words, currency: funnel.cells.currency })
  return (
    <Show when={apart()}>
      {(is) => (
        <span class="by-how-much" classList={{ better: is().better === true, worse: is().better === false }}>
          {is().text}
          <Show when={is().share}>{(share) => <span class="by-share"> · {share()}</span>}</Show>
        </span>
      )}
    </Show>
  )
}
