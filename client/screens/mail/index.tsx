import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, on, Show } from 'solid-js'
import { createQuery } from '../../data/page/solid.tsx'
import type { MailBoxesAnswer } from '../../data/queries/mail/query.ts'
import { WriteToAnybody } from '../../records/messages/writing/write-button.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { LinkButton } from '../../ui/actions/link.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { createMedia, NARROW } from '../../ui/look/media.ts'
import { createRememberedText } from '../../ui/look/remembered.ts'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { MailBar } from './bar.tsx'
import { Boxes } from './boxes/boxes.tsx'
import { useLetterDeeds } from './deeds.ts'
import { createMailKeys } from './keys.ts'
import { Thread } from './letter/thread.tsx'
import { addressOfMail, whereOf } from './place.ts'
import { placeName } from './place-name.ts'
import { createThreads } from './threads/live-threads.ts'
import { ThreadList } from './threads/threads.tsx'
import './mail.css'

/** Where the boxes stand alone, on a phone. */
const BOXES = 'boxes'

/** «Почта»: boxes and folders, the threads of one, the letters of a thread; on a phone one of them at a time. */
export default function MailScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const params = useParams<{ box?: string; letter?: string }>()
  const [last, setLast] = createRememberedText('mail.place')
  const boxes = createQuery(() => ({ what: 'mailBoxes' }) as const)
  const box = () => params.box ?? ''
  createEffect(() => {
    if (params.box === undefined) navigate(last() ?? addressOfMail('inbox'), { replace: true, scroll: false })
    else if (params.box !== BOXES) setLast(addressOfMail(box(), params.letter ?? null))
  })
  return (
    <Show when={boxes()} fallback={<Page title={t('mail.title')} />}>
      {(known) => (
        <Show when={params.box !== undefined}>
          <Mail
            boxes={known()}
            box={box() === BOXES ? 'inbox' : box()}
            isInBoxes={box() === BOXES}
            letter={params.letter ?? null}
          />
        </Show>
      )}
    </Show>
  )
}

interface MailProps {
  readonly boxes: MailBoxesAnswer
  readonly box: string
  readonly isInBoxes: boolean
  readonly letter: string | null
}

function Mail(props: MailProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const isNarrow = createMedia(NARROW)
  const [asked, ask] = useSearchParams<{ q?: string; unread?: string }>()
  const where = createMemo(() => whereOf(props.box), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const query = createMemo(() => ({ where: where(), onlyUnread: asked.unread === '1', search: asked.q ?? '' }))
  const threads = createThreads(query)
  const deeds = useLetterDeeds(where)
  const mayWrite = useMayWrite('letters')
  const open = (id: string | null) => navigate(addressOfMail(props.box, id) + location.search, { scroll: false })
  const thread = createQuery(() =>
    props.letter === null ? null : ({ what: 'mailThread', letter: props.letter } as const),
  )
  const shown = () => (props.letter !== null && thread()?.letter === props.letter ? thread() : undefined)
  const selected = () => shown()?.thread ?? props.letter
  const step = (by: 1 | -1) => {
    const next = threads.rowAt(Math.max(0, threads.indexOf(selected()) + by))
    if (next) open(next.id)
  }
  /** What takes a thread away reads the one that comes after it. */
  const leave = createNext(threads, selected, open)
  createEffect(on(() => [props.box, asked.q, asked.unread], threads.selection.clear, { defer: true }))
  createMailKeys({ threads, deeds, shown, step, leave, mayWrite })
  const hasMail = () => props.boxes.boxes.length > 0 || threads.length() > 0 || props.boxes.unread > 0
  return (
    <Page
      title={placeName(t, where(), props.boxes)}
      actions={<WriteToAnybody />}
      bar={
        <Show when={!(isNarrow() && props.letter !== null)}>
          <MailBar
            search={asked.q ?? ''}
            onlyUnread={asked.unread === '1'}
            onSearch={(q) => ask({ q: q || undefined }, { replace: true })}
            onOnlyUnread={(is) => ask({ unread: is ? '1' : undefined })}
            boxes={addressOfMail(BOXES)}
          />
        </Show>
      }
    >
      <Show when={hasMail() || !props.boxes.isWhole} fallback={<NoMail />}>
        <div class="mail" classList={{ reading: props.letter !== null, choosing: props.isInBoxes }}>
          <Boxes boxes={props.boxes} here={props.isInBoxes ? '' : props.box} />
          <ThreadList
            threads={threads}
            asked={query()}
            deeds={deeds}
            label={t('mail.threads.title')}
            keptAs={JSON.stringify(query())}
            selected={selected()}
            onOpen={open}
            onClose={() => open(null)}
          />
          <section class="mail-letter" aria-label={t('mail.letter.body')}>
            <Show
              when={props.letter}
              fallback={<EmptyState title={t('mail.letter.none')} text={t('mail.letter.noneText')} />}
            >
              <Thread
                answer={shown()}
                deeds={deeds}
                mayWrite={mayWrite}
                folders={foldersOf(props.boxes, props.box)}
                onLeft={leave}
                onClose={() => open(null)}
              />
            </Show>
          </section>
        </div>
      </Show>
    </Page>
  )
}

/** Opens the thread that stands after the one that is open, once that has gone. */
function createNext(
  threads: ReturnType<typeof createThreads>,
  selected: () => string | null,
  open: (id: string | null) => void,
) {
  return () => {
    const at = threads.indexOf(selected())
    const next = at < 0 ? undefined : (threads.rowAt(at + 1) ?? threads.rowAt(at - 1))
    open(next && next.id !== selected() ? next.id : null)
  }
}

/** The other folders of the account that one looks at. */
function foldersOf({ boxes }: MailBoxesAnswer, place: string): string[] {
  const where = whereOf(place)
  if (where.in !== 'folder') return []
  const folders = boxes.find(({ id }) => id === where.account)?.folders ?? []
  return folders.filter(({ path, use }) => path !== where.folder && use !== 'sent').map(({ path }) => path)
}

function NoMail() {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <EmptyState title={t('mail.boxes.none')} text={t('mail.boxes.noneText')}>
      <LinkButton onClick={() => navigate('/profile')}>{t('mail.boxes.connect')}</LinkButton>
    </EmptyState>
  )
}
