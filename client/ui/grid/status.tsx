import X from 'lucide-solid/icons/x'
import { createMemo, For, Show } from 'solid-js'
import { IconButton } from '../actions/button.tsx'
import { LinkButton } from '../actions/link.tsx'
import { useWords } from '../words/words.tsx'
import type { Pasted } from './clipboard/paste.ts'
import type { GridState, Notice } from './create-grid.ts'

interface StatusProps {
  readonly grid: GridState
}

/** Under the grid: what the selection comes to, and what of the last act has to be known. */
export function Status(props: StatusProps) {
  return (
    <div class="grid-status">
      <div role="status" class="grid-notices">
        <Show when={props.grid.notice()}>{(notice) => <NoticeLine grid={props.grid} notice={notice()} />}</Show>
      </div>
      <div class="grid-foot-line">
        {props.grid.props.tools}
        <Tallies grid={props.grid} />
      </div>
    </div>
  )
}

/** Count, sum and average of the filled cells of a range, for each measure that it has. */
function Tallies(props: StatusProps) {
  const { t, format } = useWords()
  const { grid } = props
  const tallies = createMemo(() =>
    grid.props.sheet
      .tally(grid.range())
      .map((tally, at) => ({ ...tally, measure: grid.props.measures[at] }))
      .filter(({ count }) => count > 1),
  )
  return (
    <p class="grid-tallies" classList={{ nothing: tallies().length === 0 }}>
      <For each={tallies()}>
        {({ count, sum, measure }) => (
          <span>
            <Show when={measure && grid.props.measures.length > 1}>
              <span class="dim">{measure?.title}: </span>
            </Show>
            <Fact label={t('grid.count')} value={format.integer(count)} />
            <Show when={measure}>
              {(known) => (
                <>
                  <Fact label={t('grid.sum')} value={grid.formats.written(sum, known())} />
                  <Fact label={t('grid.average')} value={grid.formats.written(Math.round(sum / count), known())} />
                </>
              )}
            </Show>
          </span>
        )}
      </For>
    </p>
  )
}

function Fact(props: { readonly label: string; readonly value: string }) {
  return (
    <span class="grid-fact">
      <span class="dim">{props.label}</span> {props.value}
    </span>
  )
}

function NoticeLine(props: StatusProps & { readonly notice: Notice }) {
  const { t } = useWords()
  const { grid } = props
  const pasted = () => ('pasted' in props.notice ? props.notice.pasted : null)
  const text = () => ('text' in props.notice ? props.notice.text : '')
  return (
    <div class="grid-notice">
      <p>
        <Show when={pasted()} fallback={text()}>
          {(known) => <PastedWords grid={grid} pasted={known()} />}
        </Show>
      </p>
      <IconButton icon={X} label={t('common.close')} onClick={() => grid.setNotice(null)} />
    </div>
  )
}

/** How many went in, and of those that stayed out why, and where the first one is. */
function PastedWords(props: StatusProps & { readonly pasted: Pasted }) {
  const { t } = useWords()
  const { grid } = props
  const first = () => props.pasted.refused[0]
  return (
    <>
      {t('grid.pasted', { n: props.pasted.writes.length })}
      <Show when={first()}>
        {(place) => (
          <>
            {' '}
            <strong>{t('grid.refused', { n: props.pasted.refused.length })}</strong>{' '}
            <LinkButton onClick={() => [grid.goTo(place()), grid.focus()]}>
              {t('grid.where', {
                text: shortened(place().text),
                row: grid.formats.rowName(place().row),
                column: grid.formats.columnName(place().column),
              })}
            </LinkButton>
          </>
        )}
      </Show>
      <Show when={props.pasted.beyond > 0}> {t('grid.beyond', { n: props.pasted.beyond })}</Show>
      <Show when={props.pasted.rounded > 0}> {t('grid.rounded', { n: props.pasted.rounded })}</Show>
    </>
  )
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}
