import { useParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { JobStateChip } from '../../../records/jobs/state-chip.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { choiceLabel, manyLabel } from '../../../records/words/labels.ts'
import { createMouse } from '../../../ui/board/by-mouse.ts'
import { type Carried, createCarry, type Spot } from '../../../ui/board/carry.ts'
import { createKeyNotes } from '../../../ui/keys/offers.ts'
import { Page } from '../../../ui/layout/page.tsx'
import { ListAndCard } from '../../../ui/layout/side-card.tsx'
import { Avatar } from '../../../ui/signs/avatar.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { OpenJob } from '../open-job.tsx'
import { createJobOpening, NewJobButton } from '../opening.tsx'
import { Bar } from './bar.tsx'
import { Cell } from './cell.tsx'
import { type BoardContext, BoardProvider, useBoard, type Wanted } from './context.ts'
import { createFinger } from './drag/by-finger.ts'
import { createKeys } from './drag/by-keys.ts'
import { type Column, cardsAt, createColumns, type Lane, lanesOf } from './live.ts'
import { jobMove } from './put.ts'
import { type BoardView, createView } from './view.ts'
import '../jobs.css'
import './board.css'
import '../../../ui/board/column.css'

/** «Доска»: jobs by state, carried by mouse, finger and keys. */
export default function BoardScreen() {
  const { t } = useWords()
  const params = useParams<{ id?: string }>()
  const { view, change } = createView()
  const opening = createJobOpening(() => '/jobs/board')
  return (
    <Page
      title={t(manyLabel('jobs'))}
      bar={<Bar view={view()} onView={change} />}
      actions={<NewJobButton onCreate={() => opening.create({})} />}
    >
      <ListAndCard
        list={
          <Board
            view={view()}
            selected={params.id ?? null}
            onOpen={opening.open}
            addressOf={(id) => `/jobs/board/${id}${location.search}`}
          />
        }
        card={<OpenJob id={params.id} onClose={() => opening.open(null)} />}
      />
    </Page>
  )
}

interface BoardProps {
  readonly view: BoardView
  readonly selected: string | null
  readonly onOpen: (id: string) => void
  readonly addressOf: (id: string) => string
}

function Board(props: BoardProps) {
  const columns = createColumns(() => props.view)
  const lanes = createMemo(() => lanesOf(columns(), props.view.lanes))
  const put = createPut(columns)
  const [wanted, want] = createSignal<Wanted | null>(null)
  const context: BoardContext = {
    columns,
    lanes,
    hasLanes: () => props.view.lanes,
    carry: createCarry<JobItem>(put, (card) => ({ ...card })),
    mayWrite: useMayWrite('jobs'),
    selected: () => props.selected,
    wanted,
    want,
    onOpen: (id) => props.onOpen(id),
    addressOf: (id) => props.addressOf(id),
  }
  return (
    <BoardProvider value={context}>
      <Shown view={props.view} />
    </BoardProvider>
  )
}

/** Puts a card where it was dropped, said with its undo. */
function createPut(columns: () => readonly Column[]) {
  const { t } = useWords()
  const acts = useActs()
  return (carried: Carried<JobItem>, to: Spot) => {
    const cards = cardsAt(columns(), to.lane, to.state)
    const subject = carried.card.subject ?? t('common.nameless')
    const said = t('jobs.moved', { subject, state: t(choiceLabel('jobs', 'state', to.state)) })
    void acts.run('moveJob', jobMove(carried, to, cards), said)
  }
}

function Shown(props: Pick<BoardProps, 'view'>) {
  const { t } = useWords()
  const context = useBoard()
  const { columns, lanes } = context
  const keys = createKeys(context)
  const [byMouse, byFinger] = [createMouse(context.carry), createFinger(context)]
  const shown = createMemo(() => columns().filter(({ id }) => id !== 'calledOff' || props.view.calledOff))
  createNotes(context.mayWrite)
  return (
    <div class="job-board-place">
      <section
        ref={(element) => {
          keys.watch(element)
          byMouse(element)
          byFinger(element)
        }}
        class="job-board"
        classList={{ lanes: context.hasLanes(), carrying: context.carry.carried() !== null }}
        aria-label={t('jobs.board.label')}
        tabIndex={-1}
        onKeyDown={keys.keyDown}
      >
        <div class="job-columns heads">
          <For each={shown().map(({ id }) => id)}>
            {(id) => <Head column={columns().find((one) => one.id === id)} />}
          </For>
        </div>
        <For each={lanes().map(({ id }) => id)}>
          {(id) => <LaneRow lane={lanes().find((one) => one.id === id)} columns={shown()} />}
        </For>
      </section>
      <p class="job-said" classList={{ said: !keys.isCarrying() }} aria-live="assertive">
        {keys.said()}
      </p>
      <p id="jobs-board-hint" hidden>
        {t('jobs.board.hint')}
      </p>
    </div>
  )
}

function Head(props: { readonly column: Column | undefined }) {
  const { t, format } = useWords()
  return (
    <Show when={props.column}>
      {(column) => (
        <div class="column-head">
          <h2>
            <JobStateChip state={column().id} />
          </h2>
          <p class="dim">
            <strong>{t('jobs.count', { n: column().count })}</strong>
            <span class="n">{t('jobs.board.hours', { n: format.quantity(column().planned) })}</span>
          </p>
        </div>
      )}
    </Show>
  )
}

/** The cells of a lane beside each other; with lanes, under the name of whom they are of. */
function LaneRow(props: { readonly lane: Lane | undefined; readonly columns: readonly Column[] }) {
  const { t } = useWords()
  const { hasLanes, columns } = useBoard()
  const name = () => props.lane?.name ?? t('jobs.board.nobody')
  const label = (state: string) => {
    const words = t(choiceLabel('jobs', 'state', state))
    return hasLanes() ? `${words}, ${name()}` : words
  }
  return (
    <Show when={props.lane}>
      {(lane) => (
        <section class="job-lane" aria-label={hasLanes() ? name() : undefined}>
          <Show when={hasLanes()}>
            <h3 class="job-lane-head">
              <Show when={lane().id !== null}>
                <Avatar name={name()} size="small" />
              </Show>
              {name()}
            </h3>
          </Show>
          <div class="job-columns cells">
            <For each={props.columns.map(({ id }) => id)}>
              {(id) => (
                <Show when={columns().find((one) => one.id === id)}>
                  {(column) => <Cell column={column()} lane={lane().id} label={label(id)} />}
                </Show>
              )}
            </For>
          </div>
        </section>
      )}
    </Show>
  )
}

/** What the board's keys do, for the map of keys. */
function createNotes(mayCarry: boolean): void {
  const { t } = useWords()
  createKeyNotes(() => ({
    heading: t('jobs.board.label'),
    rows: [
      { keys: 'ArrowUp|ArrowDown|ArrowLeft|ArrowRight', label: t('jobs.board.keys.lead') },
      { keys: 'Enter', label: t('jobs.board.keys.open') },
      ...(mayCarry
        ? [
            { keys: 'Space', label: t('jobs.board.keys.take') },
            { keys: 'Escape', label: t('jobs.board.keys.back') },
          ]
        : []),
    ],
  }))
}
