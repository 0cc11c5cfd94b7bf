import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { Meter } from '../../../ui/charts/meter.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ApartOf } from '../beside/was.tsx'
import { Cell } from '../blocks/table/cell.tsx'
import { Split } from '../blocks/table/split.tsx'
import { useFunnel } from '../context.tsx'
import { type Column, cellText } from '../figures/columns.ts'
import type { Line } from '../figures/line.ts'
import { useTitles } from '../figures/use-titles.ts'
import './steps.css'

export interface StepProps {
  readonly block: FunnelBlock
  readonly line: Line
  readonly name: string
  /** The state's chip, or the group's name. */
  readonly head: JSX.Element
  /** Percent of the meter that is filled, and its colour. */
  readonly meter: number
  readonly hue: number | null
  readonly most: number
  /** Where it is kept by somebody else whether it is open. */
  readonly open?: boolean
  readonly onToggle?: () => void
  /** What more it shows while it is open. */
  readonly more?: JSX.Element
}

/** A line as phones show it: count, sum and losses; a tap shows all its figures, each of which opens its orders. */
export function Step(props: StepProps) {
  const { t, format } = useWords()
  const funnel = useFunnel()
  const id = createUniqueId()
  const [own, setOwn] = createSignal(false)
  const isOpen = () => props.open ?? own()
  const count = () => cellText(props.line, 'reached', funnel.cells)
  const before = () => funnel.beside.line(props.block, props.line)
  return (
    <li class="step">
      <button
        type="button"
        class="step-head"
        aria-expanded={isOpen()}
        aria-controls={id}
        onClick={() => (props.onToggle ? props.onToggle() : setOwn(!own()))}
      >
        <span class="step-name">
          {props.head}
          <ChevronDown class="icon" aria-hidden="true" />
        </span>
        <span class="step-line">
          <span>
            <b>{count()?.main}</b>
            <Show when={count()?.second}> · {count()?.second}</Show>{' '}
            <Show when={before()}>{(line) => <ApartOf line={props.line} before={line()} column="reached" />}</Show>
          </span>
          <span>{format.money(props.line.sum, funnel.cells.currency)}</span>
        </span>
        <Meter value={props.meter} hue={props.hue} />
        <Show when={cellText(props.line, 'losses', funnel.cells)}>
          {(losses) => (
            <span class="step-line losses">
              <span>
                {t('funnel.columns.losses')}: {losses().main} · {losses().second}
                <Split reasons={props.line.reasons} losses={props.line.losses} most={props.most} />
              </span>
              <span class="loss">{format.money(props.line.lossesSum, funnel.cells.currency)}</span>
            </span>
          )}
        </Show>
      </button>
      <div id={id} hidden={!isOpen()}>
        <Show when={isOpen()}>
          <Details {...props} />
          {props.more}
        </Show>
      </div>
    </li>
  )
}

/** All figures of a line, one under another. */
function Details(props: StepProps) {
  const funnel = useFunnel()
  const { title } = useTitles()
  const isThere = (line: Line | null, column: Column) => line !== null && cellText(line, column, funnel.cells) !== null
  const before = () => funnel.beside.line(props.block, props.line)
  const shown = () => funnel.columns().filter((column) => isThere(props.line, column) || isThere(before(), column))
  return (
    <dl class="step-details">
      <For each={shown()}>
        {(column) => (
          <div>
            <dt>{title(column)}</dt>
            <dd>
              <Cell block={props.block} line={props.line} column={column} name={props.name} most={props.most} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}
