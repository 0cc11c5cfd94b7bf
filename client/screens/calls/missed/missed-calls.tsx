import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { createQuery } from '../../../data/page/solid.tsx'
import { useNow } from '../../../records/now.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { manyLabel } from '../../../records/words/labels.ts'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { Page } from '../../../ui/layout/page.tsx'
import { createRemembered } from '../../../ui/look/remembered.ts'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Looks } from '../looks.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { useMissedDeeds } from './deeds.ts'
import { MissedRow } from './missed-row.tsx'

const WHOSE = ['mine', 'everybody'] as const
type Whose = (typeof WHOSE)[number]

/** How often ages are said anew, ms. */
const MINUTE = 60_000

/** Missed calls that nobody has called back yet, the last one first. */
export function MissedCalls() {
  const { t } = useWords()
  const mayWrite = useMayWrite('calls')
  const answer = createQuery(() => ({ what: 'missedCalls' }) as const)
  const [whose, setWhose] = createRemembered('calls.whose', WHOSE, () => 'everybody')
  const rows = () => answer()?.open.filter(({ isMine }) => isMine || whose() === 'everybody') ?? []
  const [closing, setClosing] = createSignal<string | null>(null)
  const walking = createWalk(() => rows().map(({ id }) => id))
  const deeds = useMissedDeeds()
  createMissedKeys(walking, mayWrite, {
    callBack: (id) => {
      const row = rows().find((one) => one.id === id)
      if (row) void deeds.callBack(row)
    },
    close: (id) => rows().some((one) => one.id === id) && setClosing(id),
  })
  const now = createMinute()
  return (
    <Page title={t(manyLabel('calls'))} bar={<Bar whose={whose()} onWhose={setWhose} />}>
      <Show when={answer()}>
        <Show when={rows().length > 0} fallback={<Nothing isOfMine={(answer()?.open.length ?? 0) > 0} />}>
          <ul class="missed-calls" aria-label={t('missedCalls.looks.missed')}>
            <For each={rows()}>
              {(row) => (
                <MissedRow
                  row={row}
                  now={now()}
                  isHere={walking.current() === row.id}
                  deeds={mayWrite ? deeds : null}
                  onClose={() => setClosing(row.id)}
                />
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <Show when={closing()} keyed>
        {(id) => <CloseDialog onNote={(note) => deeds.close(id, note)} onClose={() => setClosing(null)} />}
      </Show>
    </Page>
  )
}

interface BarProps {
  readonly whose: Whose
  readonly onWhose: (whose: Whose) => unknown
}

/** Which calls are shown: missed or all, everybody's or one's own. */
function Bar(props: BarProps) {
  const { t } = useWords()
  return (
    <>
      <Looks shown="missed" />
      <Segmented
        bare
        label={t('missedCalls.whose.label')}
        value={props.whose}
        options={WHOSE.toReversed().map((value) => ({ value, label: t(`missedCalls.whose.${value}`) }))}
        onCommit={(whose) => void props.onWhose(whose)}
      />
    </>
  )
}

interface KeyActs {
  readonly callBack: (id: string) => unknown
  readonly close: (id: string) => unknown
}

/** What keys do: from row to row, and with the one that one is at. */
function createMissedKeys({ walk, current }: ReturnType<typeof createWalk>, mayWrite: boolean, acts: KeyActs): void {
  const { t } = useWords()
  const onCurrent = (act: (id: string) => unknown) => () => {
    const id = current()
    if (id !== null) act(id)
  }
  const ways = [
    { id: 'calls.next', label: () => t('missedCalls.next'), keys: 'j', run: () => walk(1) },
    { id: 'calls.previous', label: () => t('missedCalls.previous'), keys: 'k', run: () => walk(-1) },
  ]
  const deeds = [
    { id: 'calls.back', label: () => t('missedCalls.callBack'), keys: 'b', run: onCurrent(acts.callBack) },
    { id: 'calls.close', label: () => t('missedCalls.close'), keys: '#', run: onCurrent(acts.close) },
  ]
  const all = mayWrite ? [...ways, ...deeds] : ways
  createOffers(() => ({
    heading: t(manyLabel('calls')),
    rows: all.map(({ label, ...row }) => ({ ...row, label: label() })),
  }))
}

function Nothing(props: { readonly isOfMine: boolean }) {
  const { t } = useWords()
  return (
    <EmptyState
      title={t(props.isOfMine ? 'missedCalls.noneMine' : 'missedCalls.none')}
      text={t('missedCalls.noneText')}
    />
  )
}

/** Goes from row to row by keys; the focus goes along. */
function createWalk(ids: () => readonly string[]) {
  const [current, setCurrent] = createSignal<string | null>(null)
  const walk = (by: 1 | -1) => {
    const all = ids()
    const at = all.indexOf(current() ?? '')
    setCurrent(all[Math.min(all.length - 1, Math.max(0, at + by))] ?? null)
  }
  createEffect(on(current, (id) => id && document.getElementById(`missed-${id}`)?.focus(), { defer: true }))
  return { current, walk }
}

/** The time as it was at the last minute, ms. */
function createMinute() {
  const time = useNow()
  const [now, setNow] = createSignal(time())
  const timer = setInterval(() => setNow(time()), MINUTE)
  onCleanup(() => clearInterval(timer))
  return now
}
