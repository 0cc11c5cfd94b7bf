import Bell from 'lucide-solid/icons/bell'
import { createSignal, Show } from 'solid-js'
import { leftOut } from '../../../shared/features/records.ts'
import { createQuery } from '../../data/page/solid.tsx'
import { createOffers } from '../../ui/keys/offers.ts'
import { Popover } from '../../ui/overlays/panes/popover.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createBadge } from './badge.ts'
import { createBrowserNotices } from './browser-notices.ts'
import { NoticeList } from './notice-list.tsx'
import './notices.css'

/** More than this is not counted on the sign. */
const MOST_COUNTED = 99

/** The bell in the top bar: how much is unread of what concerns one, and behind it the list. */
export function NoticeBell() {
  const { t } = useWords()
  const answer = createQuery(() => ({ what: 'notices', onlyUnread: true, to: 0, without: leftOut() }) as const)
  const [button, setButton] = createSignal<HTMLButtonElement>()
  const unread = () => answer()?.unread ?? 0
  createBadge(unread)
  createBrowserNotices(() => answer()?.arrived ?? [])
  createOffers(() => ({
    heading: t('keys.groups.everywhere'),
    everywhere: true,
    rows: [{ id: 'notices', label: t('notices.title'), icon: Bell, keys: 'b', run: () => button()?.click() }],
  }))
  const label = () => (unread() > 0 ? t('notices.unread', { n: unread() }) : t('notices.title'))
  return (
    <Popover
      label={t('notices.title')}
      class="notices-pop"
      trigger={(attributes) => (
        <button
          {...attributes}
          ref={setButton}
          type="button"
          class="icon-button ghost bell"
          data-momentary
          aria-label={label()}
          title={label()}
        >
          <Bell class="icon" aria-hidden="true" />
          <Show when={unread() > 0}>
            <span class="bell-count" aria-hidden="true">
              {unread() > MOST_COUNTED ? `${MOST_COUNTED}+` : unread()}
            </span>
          </Show>
        </button>
      )}
    >
      {(close) => <NoticeList onLeave={close} />}
    </Popover>
  )
}
