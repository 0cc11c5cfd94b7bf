import Bell from 'lucide-solid/icons/bell'
import Check from 'lucide-solid/icons/check'
import Clock from 'lucide-solid/icons/clock'
import { Show } from 'solid-js'
import { parseBasis } from '../../shared/basis/basis.ts'
import type { DueRing } from '../data/queries/rings/query.ts'
import { useNow } from '../records/now.tsx'
import { Button, IconButton } from '../ui/actions/button.tsx'
import { Menu } from '../ui/overlays/panes/menu.tsx'
import { useWords } from '../ui/words/words.tsx'
import { SNOOZES, snoozedUntil } from './snooze.ts'

export interface RingRowProps {
  readonly ring: DueRing
  readonly title: string
  readonly text: string
  readonly onOpen: () => void
  /** Null: heard for good. */
  readonly onHear: (until: number | null) => void
}

/** One thing that rings, and what can be done about it. */
export function RingRow(props: RingRowProps) {
  const { t, zone } = useWords()
  const now = useNow()
  const snoozes = () =>
    SNOOZES.map((snooze) => ({
      label: t(`reminders.snoozes.${snooze}`),
      onSelect: () => props.onHear(snoozedUntil(snooze, now(), zone())),
    }))
  return (
    <article class="ring" classList={{ missed: props.ring.isMissed }} aria-label={props.title}>
      <Bell class="icon" aria-hidden="true" />
      <div class="ring-words">
        <p class="ring-title">{props.title}</p>
        <p class="dim">{props.text}</p>
      </div>
      <div class="ring-acts">
        <Show when={parseBasis(props.ring.about)}>
          <Button size="small" onClick={() => props.onOpen()}>
            {t('common.open')}
          </Button>
        </Show>
        <Menu
          label={t('reminders.snooze')}
          placement="top-end"
          items={snoozes()}
          trigger={(attributes) => <IconButton {...attributes} icon={Clock} label={t('reminders.snooze')} />}
        />
        <IconButton icon={Check} label={t('common.done')} onClick={() => props.onHear(null)} />
      </div>
    </article>
  )
}
