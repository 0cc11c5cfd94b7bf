import { createMemo, createSignal, For, Show } from 'solid-js'
import { leftOut } from '../../../shared/features/records.ts'
import { createQuery } from '../../data/page/solid.tsx'
import { TIMELINE_KINDS, type TimelineKind, type TimelineRow } from '../../data/queries/timeline/query.ts'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { createWithin } from '../../ui/window/within.ts'
import { useWords } from '../../ui/words/words.tsx'
import { createMoveNames } from '../process/move-chip.tsx'
import { TimelineLine } from './line.tsx'
import './timeline.css'

/** As `--timeline-row` says, px. */
const ROW = 56
/** So many are asked for beyond those that are drawn, and drawn beyond those in view. */
const MARGIN = 40
const SPARE = 8

/** Everything that happened with a customer or an order (`customers/<id>`, `orders/<id>`), the newest first; what is to come stands above. */
export function Timeline(props: { readonly about: string }) {
  const { t } = useWords()
  const [kind, setKind] = createSignal<TimelineKind | null>(null)
  const [range, setRange] = createSignal({ from: 0, to: MARGIN })
  const answer = createQuery(() => {
    const one = kind()
    const kinds = one === null ? null : [one]
    return { what: 'timeline', about: props.about, kinds, without: leftOut(), ...range() } as const
  })
  const names = createMoveNames()
  const options = () =>
    TIMELINE_KINDS.flatMap((one) => {
      const n = answer()?.counts[one] ?? 0
      return n > 0 || one === kind() ? [{ value: one, label: t(`timeline.kinds.${one}`), hint: String(n) }] : []
    })
  const isNothing = () => answer() !== undefined && options().length === 0
  return (
    <Show when={answer()} fallback={<Skeleton lines={6} />}>
      <Show when={!isNothing()} fallback={<EmptyState title={t('timeline.empty')} text={t('timeline.emptyText')} />}>
        <div class="timeline">
          <Select
            bare
            clearable
            label={t('timeline.show')}
            placeholder={t('timeline.all')}
            value={kind()}
            options={options()}
            onCommit={(one) => setKind(one as TimelineKind | null)}
          />
          <Show when={(answer()?.ahead.length ?? 0) > 0}>
            <Section title={t('timeline.ahead')}>
              <ul class="timeline-ahead" aria-label={t('timeline.ahead')}>
                <For each={answer()?.ahead}>
                  {(row) => (
                    <li>
                      <TimelineLine row={row} names={names} />
                    </li>
                  )}
                </For>
              </ul>
            </Section>
          </Show>
          <Past
            rows={answer()?.rows ?? []}
            from={answer()?.from ?? 0}
            count={answer()?.length ?? 0}
            names={names}
            onRange={(from, to) => setRange({ from, to })}
          />
        </div>
      </Show>
    </Show>
  )
}

interface PastProps {
  readonly rows: readonly TimelineRow[]
  /** Where the first of them stands. */
  readonly from: number
  readonly count: number
  readonly names: ReturnType<typeof createMoveNames>
  readonly onRange: (from: number, to: number) => void
}

/** What has happened: of thousands those in view are drawn. */
function Past(props: PastProps) {
  const { t } = useWords()
  const window = createWithin({
    count: () => props.count,
    step: ROW,
    spare: SPARE,
    scrollerOf: (list) => list.closest<HTMLElement>('.side-card-body'),
  })
  const drawn = createMemo(() => {
    const { first, end } = window.edges()
    props.onRange(Math.max(0, Math.floor(first / MARGIN - 1) * MARGIN), Math.ceil(end / MARGIN + 1) * MARGIN)
    return Array.from({ length: end - first }, (_, at) => first + at)
  })
  return (
    <ul
      ref={window.watch}
      class="timeline-past"
      aria-label={t('timeline.past')}
      style={{ height: `${window.height()}px` }}
    >
      <For each={drawn()}>
        {(at) => (
          <li style={{ translate: `0 ${at * ROW}px` }} aria-setsize={props.count} aria-posinset={at + 1}>
            <Show when={props.rows[at - props.from]}>{(row) => <TimelineLine row={row()} names={props.names} />}</Show>
          </li>
        )}
      </For>
    </ul>
  )
}
