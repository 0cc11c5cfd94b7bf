import { createMemo, For, Show } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { Failure } from '../../../shared/errors.ts'
import { states } from '../../../shared/orders/collections.ts'
import { createEvery, createQuery } from '../../data/page/solid.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { Avatar } from '../../ui/signs/avatar.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createMoveNames } from '../process/move-chip.tsx'
import { createShows } from '../words/show-value.ts'
import { createNames } from '../words/who.ts'
import { DeedRow } from './deed.tsx'
import { type Act, actsOf, type Deed, tellHistory } from './deeds.ts'
import './history.css'
import { type Telling, TellingContext } from './telling.ts'
import { createTrail, type TrailState } from './trail.ts'

/** What a record's history is given. */
export interface RecordHistoryProps {
  readonly collection: CollectionName
  readonly id: string
  /** ISO 4217, for sums. */
  readonly currency: string
  /** Old values cannot be brought back: by a right, or because the record is closed. */
  readonly readOnly: boolean
  /** An entry of a list, alone: `cells/2015-02-01`. */
  readonly within?: string
}

/** «История»: who did what when, from the server's audit trail; without the server what this device itself knows. */
export function RecordHistory(props: RecordHistoryProps) {
  const { t } = useWords()
  const { collection, id } = props
  const known = createQuery(() => ({ what: 'history', collection, id }) as const)
  const writes = () => known()?.writes ?? []
  const trail = createTrail(
    collection,
    id,
    createMemo(() => latestOf(writes())),
  )
  const history = createMemo(() => tellHistory(collection, trail.trail(), writes()))
  const deeds = () => {
    const { within } = props
    return within === undefined ? history().deeds : history().deeds.filter(({ path }) => path.startsWith(`${within}/`))
  }
  const names = createNames()
  const whoOf = ({ author, replica }: Deed) => (author && names().person(author)) || names().replica(replica)
  const acts = createMemo(() => actsOf(deeds(), whoOf))
  const currency = () => props.currency
  const telling: Telling = {
    ...{ collection, id, currency },
    mayBringBack: () => !props.readOnly,
    shows: createShows(collection, currency),
    moves: createMoveNames(),
    states: createEvery(states),
    present: () => history().present,
  }
  return (
    <TellingContext.Provider value={telling}>
      <Away trail={trail} />
      <Show when={acts().length > 0} fallback={<Nothing trail={trail} />}>
        <ol class="told-acts">
          <For each={acts()}>{(act) => <ActRow act={act} />}</For>
        </ol>
      </Show>
      <Show when={trail.trail()?.next}>
        <Button look="ghost" busy={trail.isAsking()} onClick={trail.more}>
          {t('history.earlier')}
        </Button>
      </Show>
    </TellingContext.Provider>
  )
}

/** The stamp of the last write that this device knows of. */
function latestOf(writes: readonly { readonly stamp: string }[]): string {
  return (
    writes
      .map(({ stamp }) => stamp)
      .sort()
      .at(-1) ?? ''
  )
}

/** Why there may be more than what is shown. */
function Away(props: { readonly trail: TrailState }) {
  const { t, sentence } = useWords()
  const text = () => {
    const error = props.trail.error()
    return error instanceof Failure && error.code === 'server-unreachable' ? t('history.away') : sentence(error)
  }
  return (
    <Show when={props.trail.error()}>
      <Banner action={{ label: t('common.repeat'), run: props.trail.again }}>{text()}</Banner>
    </Show>
  )
}

function Nothing(props: { readonly trail: TrailState }) {
  const { t } = useWords()
  return (
    <Show when={props.trail.trail() || props.trail.error()} fallback={<Skeleton lines={5} />}>
      <p class="dim">{t('history.empty')}</p>
    </Show>
  )
}

/** So much later than it was made, what came to the server is told to have come late, ms. */
const LATE = 5 * 60_000

/** What one person did at one time. */
function ActRow(props: { readonly act: Act }) {
  const { t, format } = useWords()
  const late = () => {
    const { arrived, at } = props.act
    return arrived !== null && arrived - at > LATE ? arrived : null
  }
  return (
    <li>
      <header>
        <Avatar name={props.act.who} size="small" />
        <strong class="cut">{props.act.who}</strong>
        <span class="dim">{format.dateTime(props.act.at)}</span>
        <Show when={props.act.isUnsent}>
          <span class="tag warn">{t('history.unsent')}</span>
        </Show>
        <Show when={late()}>
          {(arrived) => <span class="dim">{t('history.late', { when: format.when(arrived()) })}</span>}
        </Show>
      </header>
      <ul>
        <For each={props.act.deeds}>{(deed) => <DeedRow deed={deed} />}</For>
      </ul>
    </li>
  )
}
