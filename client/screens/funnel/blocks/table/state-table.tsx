import { createMemo, For, Index } from 'solid-js'
import type { FunnelBlock, FunnelSpread } from '../../../../../shared/funnel/index.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import { useFunnel } from '../../context.tsx'
import { linesOf } from '../../figures/line.ts'
import { useTitles } from '../../figures/use-titles.ts'
import { arrows } from './arrows.ts'
import { Columns } from './columns.tsx'
import { StateRow } from './state-row.tsx'
import './table.css'

export interface StatesProps {
  readonly block: FunnelBlock
  readonly spread: FunnelSpread | undefined
  /** The block's heading. */
  readonly title: string
}

/** A block as a table: a row per state. */
export function StateTable(props: StatesProps) {
  const { t } = useWords()
  const funnel = useFunnel()
  const { title, hint } = useTitles()
  const lines = createMemo(() => linesOf(props.block, props.spread))
  const most = createMemo(() => Math.max(...lines().map((line) => line.losses), 0))
  return (
    <table
      class="funnel-table"
      classList={{ compared: funnel.beside.days() !== null }}
      aria-label={props.title}
      onKeyDown={arrows}
    >
      <Columns />
      <thead>
        <tr>
          <th scope="col">{t('funnel.columns.state')}</th>
          <For each={funnel.columns()}>
            {(column) => (
              <th scope="col" class={`cell-${column}`} title={hint(column)}>
                {title(column)}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <Index each={lines()}>
          {(line, index) => <StateRow block={props.block} line={line()} place={index + 1} most={most()} />}
        </Index>
      </tbody>
    </table>
  )
}
