import CheckCheck from 'lucide-solid/icons/check-check'
import { createSignal, For, Show } from 'solid-js'
import { leftOut } from '../../../shared/features/records.ts'
import { createQuery } from '../../data/page/solid.tsx'
import type { NoticeGroup, ShownNotice } from '../../data/queries/notices/query.ts'
import { createMarking } from '../../records/notifying/marking.ts'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import { Segmented } from '../../ui/inputs/toggles/segmented.tsx'
import { Avatar } from '../../ui/signs/avatar.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createNoticeWords } from './notice-words.ts'
import { createNoticeOpening } from './opening.ts'

/** So many records' notices stand in the list at first, and more at each wish. */
const AT_ONCE = 20

/** What concerns one, by record, the latest first. Arrows go through it, Enter opens. */
export function NoticeList(props: { readonly onLeave: () => void }) {
  const { t } = useWords()
  const [which, setWhich] = createSignal<'unread' | 'all'>('all')
  const [to, setTo] = createSignal(AT_ONCE)
  const answer = createQuery(
    () => ({ what: 'notices', onlyUnread: which() === 'unread', to: to(), without: leftOut() }) as const,
  )
  const marking = createMarking()
  return (
    <>
      <header class="notices-head">
        <h2>{t('notices.title')}</h2>
        <Segmented
          bare
          label={t('notices.which')}
          value={which()}
          options={(['all', 'unread'] as const).map((value) => ({ value, label: t(`notices.${value}Only`) }))}
          onCommit={(value) => void setWhich(value)}
        />
        <IconButton
          icon={CheckCheck}
          label={t('notices.markAll')}
          disabled={(answer()?.unread ?? 0) === 0}
          onClick={() => void marking.all()}
        />
      </header>
      <Show when={answer()} fallback={<Skeleton lines={5} />}>
        {(known) => (
          <Show
            when={known().groups.length > 0}
            fallback={<p class="pop-note">{t(which() === 'unread' ? 'notices.allSeen' : 'notices.none')}</p>}
          >
            <ul class="notices" onKeyDown={goByKeys}>
              <For each={known().groups}>{(group) => <Group group={group} onLeave={props.onLeave} />}</For>
            </ul>
            <Show when={known().count > to()}>
              <Button look="ghost" size="small" onClick={() => setTo((before) => before + AT_ONCE)}>
                {t('common.more')}
              </Button>
            </Show>
          </Show>
        )}
      </Show>
    </>
  )
}

function Group(props: { readonly group: NoticeGroup; readonly onLeave: () => void }) {
  const words = createNoticeWords()
  return (
    <li>
      <h3 class="cut">{words.record(props.group)}</h3>
      <ul>
        <For each={props.group.notices}>
          {(notice) => <One group={props.group} notice={notice} onLeave={props.onLeave} />}
        </For>
      </ul>
    </li>
  )
}

interface OneProps {
  readonly group: NoticeGroup
  readonly notice: ShownNotice
  readonly onLeave: () => void
}

function One(props: OneProps) {
  const { t, format } = useWords()
  const words = createNoticeWords()
  const open = createNoticeOpening()
  const marking = createMarking()
  const go = () => {
    props.onLeave()
    open(props.group, props.notice)
  }
  return (
    <li class="notice" classList={{ unread: props.notice.isUnread }}>
      <button type="button" class="notice-one" onClick={go}>
        <Avatar name={words.who(props.notice) || words.record(props.group)} size="small" />
        <span class="notice-text">
          <span>
            <Show when={words.who(props.notice)}>{(who) => <strong>{who()} </strong>}</Show>
            {words.what(props.notice)} <time class="dim">{format.when(props.notice.at)}</time>
          </span>
          <Show when={words.said(props.notice)}>{(said) => <span class="notice-said">{said()}</span>}</Show>
        </span>
        <Show when={props.notice.isUnread}>
          <span class="said">{t('notices.isUnread')}</span>
        </Show>
      </button>
      <Show when={props.notice.isUnread}>
        <button
          type="button"
          class="notice-mark"
          aria-label={t('notices.mark')}
          title={t('notices.mark')}
          onClick={() => void marking.seen([props.notice.id])}
        />
      </Show>
    </li>
  )
}

/** Arrows go from one notice to the next. */
function goByKeys(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.notice-one')]
  const at = all.indexOf(document.activeElement as HTMLElement)
  all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus()
}
