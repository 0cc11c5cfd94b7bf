import { createMemo, For, Show } from 'solid-js'
import { createQuery, useData } from '../data/page/solid.tsx'
import type { CallWindow } from '../data/queries/calls/windows/query.ts'
import { createDeviceNotices } from '../records/notifying/device-notices.ts'
import { useMayWrite } from '../records/rights.ts'
import { createKeyNotes } from '../ui/keys/offers.ts'
import { useWords } from '../ui/words/words.tsx'
import { createCallWords } from './call-words.ts'
import './calls.css'
import { listenToF12, newestOf } from './newest.ts'
import { createTaking, type Taking } from './taking.ts'
import { CallWindowOf } from './window/call-window.tsx'

/** Calls that ring or are talked through now, over whatever else is done (shared/calls/SPEC CD7 to CD20). */
export function CallWindows() {
  return (
    <Show when={useMayWrite('calls')}>
      <Windows />
    </Show>
  )
}

function Windows() {
  const { t } = useWords()
  const taking = createTaking()
  const windows = createShown(taking)
  const words = createCallWords()
  const rings = () => windows().filter(({ direction, taken }) => direction !== 'out' && taken === null)
  listenToF12(() => {
    const newest = newestOf(windows())
    if (newest?.taken === null) void taking.take(newest)
    else if (newest) void taking.openEvent(newest, newest.callers[0])
    return newest !== undefined
  })
  createKeyNotes(() => ({
    heading: t('keys.groups.everywhere'),
    rows: [{ keys: 'F12', label: t('calling.takeNewest') }],
  }))
  createTold(rings, taking)
  const ids = createMemo(() => windows().map(({ id }) => id), [], { equals: isSame })
  return (
    <>
      <p class="said" role="status">
        {rings().map(words.title).join('. ')}
      </p>
      <Show when={ids().length > 0}>
        <section class="calls" aria-label={t('calling.title')}>
          <For each={ids()}>
            {(id) => (
              <Show when={windows().find((one) => one.id === id)}>
                {(window) => <CallWindowOf window={window()} taking={taking} />}
              </Show>
            )}
          </For>
        </section>
      </Show>
    </>
  )
}

/** Those of this tab: what another one of the person has taken up is seen there. */
function createShown({ here }: Taking) {
  const answer = createQuery(() => ({ what: 'callWindows' }) as const)
  return createMemo(() => (answer()?.windows ?? []).filter(({ id, taken }) => taken === null || here.has(id)))
}

/** The browser's own notices of what rings; a click on one takes the call. */
function createTold(rings: () => readonly CallWindow[], taking: Taking): void {
  const data = useData()
  const words = createCallWords()
  const due = () =>
    rings().map((one) => ({
      ...{ key: one.id, tag: one.id, title: words.title(one), text: words.number(one) },
      open: () => void taking.take(one),
    }))
  createDeviceNotices({ what: 'calls', user: data.account.user, due, isLasting: false, isWithdrawn: true })
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}
