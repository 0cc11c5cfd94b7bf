import { createMemo, createSignal, For, Show } from 'solid-js'
import { isOfferedAbout } from '../../shared/features/records.ts'
import { createQuery, useData } from '../data/page/solid.tsx'
import type { DueRing } from '../data/queries/rings/query.ts'
import { useActs } from '../records/acts/use-acts.ts'
import { createDeviceNotices } from '../records/notifying/device-notices.ts'
import { createNotices } from '../records/reminding/notices.ts'
import { Button } from '../ui/actions/button.tsx'
import { createMedia, NARROW } from '../ui/look/media.ts'
import { useWords } from '../ui/words/words.tsx'
import { RingRow } from './ring-row.tsx'
import { createRingWords } from './ring-words.ts'
import { useOpening } from './use-opening.ts'
import './reminders.css'

/** As many stand there at once, the others after them; on a phone one, so that what lies under it can be worked with. */
const MOST = { wide: 3, narrow: 1 } as const

/** What rings now, until it is answered, over whatever else is done. */
export function Reminders() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const go = useOpening()
  const answer = createQuery(() => ({ what: 'rings' }) as const)
  const due = () => (answer()?.due ?? []).filter(({ about }) => isOfferedAbout(about))
  const words = createRingWords()
  const isNarrow = createMedia(NARROW)
  const [isWhole, setWhole] = createSignal(false)
  const most = () => (isNarrow() ? MOST.narrow : MOST.wide)
  const shown = createMemo(() => (isWhole() ? due() : due().slice(0, most())))
  const open = ({ about }: DueRing) => void go(about)
  const told = () =>
    due().map((ring) => ({
      ...{ key: `${ring.id}@${ring.rises}`, tag: ring.id, title: words.title(ring), text: words.text(ring) },
      open: () => open(ring),
    }))
  createDeviceNotices({ what: 'rings', user: data.account.user, due: told, isLasting: true })
  const hear = (rings: readonly DueRing[], until: number | null) => {
    const heard = rings.map(({ id, about, at }) => ({ id, about, at }))
    void acts.run('answerRings', { heard, until }, t(until === null ? 'reminders.heard' : 'reminders.snoozed'))
  }
  return (
    <Show when={due().length > 0}>
      <section class="rings" aria-label={t('reminders.title')} aria-live="polite">
        <For each={shown()}>
          {(ring) => (
            <RingRow
              ring={ring}
              title={words.title(ring)}
              text={words.text(ring)}
              onOpen={() => open(ring)}
              onHear={(until) => hear([ring], until)}
            />
          )}
        </For>
        <Show when={due().length > most()}>
          <div class="rings-all">
            <Button look="ghost" size="small" onClick={() => setWhole(!isWhole())}>
              {isWhole() ? t('reminders.less') : t('reminders.more', { n: due().length - most() })}
            </Button>
            <Button look="ghost" size="small" onClick={() => hear(due(), null)}>
              {t('reminders.allDone')}
            </Button>
          </div>
        </Show>
        <Show when={!isNarrow() || isWhole() || due().length === 1}>
          <AskForNotices />
        </Show>
      </section>
    </Show>
  )
}

/** At the first reminder: whether the browser may tell of the next ones while the window is behind others. */
function AskForNotices() {
  const { t } = useWords()
  const notices = createNotices()
  return (
    <Show when={notices.permission() === 'default' && !notices.isPutOff()}>
      <div class="rings-ask">
        <p>{t('reminders.notices.question')}</p>
        <Button size="small" onClick={() => void notices.ask()}>
          {t('reminders.notices.turnOn')}
        </Button>
        <Button look="ghost" size="small" onClick={notices.putOff}>
          {t('reminders.notices.later')}
        </Button>
      </div>
    </Show>
  )
}
