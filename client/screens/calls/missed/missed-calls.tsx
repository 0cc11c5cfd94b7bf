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

/** How often ages are said anew, ms. */
const MINUTE = 60_000

/** Missed calls that nobody has called back yet, the last one first. */
export function MissedCalls() {
  const { t } = useWords()
  const mayWrite = useMayWrite('calls')
  const answer = createQuery(() => ({ what: 'missedCalls' }) as const)
  const [whose, setWhose] = createRemembered('calls.whose', ['mine', 'everybody'] as const, () => 'everybody')
  const rows = () => answer()?.open.filter(({ isMine }) => isMine || whose() === 'everybody') ?? []
  const [closing, setClosing] = createSignal<string | null>(null)
  const { walk, current } = createWalk(() => rows().map(({ id }) => id))
  const deeds = useMissedDeeds()
  const onCurrent = (act: (row: ReturnType<typeof rows>[number]) => void) => () => {
    const row = rows().find(({ id }) => id === current())
    if (row) act(row)
  }
  createOffers(() => ({
    heading: t(manyLabel('calls')),
    rows: [
      { id: 'calls.next', label: t('missedCalls.next'), keys: 'j', run: () => walk(1) },
      { id: 'calls.previous', label: t('missedCalls.previous'), keys: 'k', run: () => walk(-1) },
      ...(mayWrite
        ? [
            { id: 'calls.back', label: t('missedCalls.callBack'), keys: 'b', run: onCurrent(deeds.callBack) },
            {
              id: 'calls.close',
              label: t('missedCalls.close'),
              keys: '#',
              run: onCurrent(({ id }) => setClosing(id)),
            },
          ]
        : []),
    ],
  }))
  const now = createMinute()
  return (
    <Page
      title={t(manyLabel('calls'))}
      bar={
        <>
          <Looks shown="missed" />
          <Segmented
            bare
            label={t('missedCalls.whose.label')}
            value={whose()}
            options={(['everybody', 'mine'] as const).map((value) => ({
              value,
              label: t(`missedCalls.whose.${value}`),
            }))}
            onCommit={setWhose}
          />
        </>
      }
    >
      <Show when={answer()}>
        <Show when={rows().length > 0} fallback={<Nothing isOfMine={(answer()?.open.length ?? 0) > 0} />}>
          <ul class="missed-calls" aria-label={t('missedCalls.looks.missed')}>
            <For each={rows()}>
              {(row) => (
                <MissedRow
                  row={row}
                  now={now()}
                  isHere={current() === row.id}
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
