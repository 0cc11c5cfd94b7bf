import Ellipsis from 'lucide-solid/icons/ellipsis'
import Reply from 'lucide-solid/icons/reply'
import { createSignal, Show } from 'solid-js'
import type { Said } from '../../data/queries/discussion/query.ts'
import { IconButton } from '../../ui/actions/button.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Menu, type MenuItem } from '../../ui/overlays/panes/menu.tsx'
import { Avatar } from '../../ui/signs/avatar.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { createCurrency } from '../company.ts'
import { RecordHistory } from '../history/record-history.tsx'
import { Composer } from './composer/composer.tsx'
import { createEditing } from './composer/writing.ts'
import { speaker, useDiscussion } from './context.ts'
import { Quote } from './quote.tsx'
import { SaidText } from './said-text.tsx'

interface MessageProps {
  readonly said: Said
  /** What stands right over it; null: nothing does. */
  readonly before: Said | null
}

/** One thing that was said, with the day over it where that begins. */
export function Message(props: MessageProps) {
  const { format } = useWords()
  const day = () => format.day(props.said.at)
  const isNewDay = () => props.before === null || format.day(props.before.at) !== day()
  return (
    <>
      <Show when={isNewDay()}>
        <li class="said-day">{day()}</li>
      </Show>
      <li id={`said-${props.said.id}`} class="said-one" tabIndex={-1}>
        <Show when={props.said.gone} fallback={<Standing {...props} />}>
          {(gone) => <TakenBack {...props} gone={gone()} />}
        </Show>
      </li>
    </>
  )
}

function TakenBack(props: MessageProps & { readonly gone: NonNullable<Said['gone']> }) {
  const { t, format } = useWords()
  const { names, isFixed } = useDiscussion()
  const acts = useActs()
  const restore = () => void acts.run('restoreRecord', { collection: 'comments', id: props.said.id })
  const who = () => names().replica(props.gone.by)
  return (
    <p class="said-gone dim">
      {t('discussion.removed', { who: who(), when: format.when(props.gone.at) })}{' '}
      <Show when={props.said.isOwn && !isFixed()}>
        <button type="button" class="link" onClick={restore}>
          {t('common.restore')}
        </button>
      </Show>
    </p>
  )
}

function Standing(props: MessageProps) {
  const { t, format } = useWords()
  const { names, isFresh } = useDiscussion()
  const [isEdited, setEdited] = createSignal(false)
  const [isPastShown, setPastShown] = createSignal(false)
  const who = () => speaker(names(), props.said)
  return (
    <article aria-label={t('discussion.by', { who: who(), when: format.when(props.said.at) })}>
      <header>
        <Avatar name={who()} size="small" />
        <strong class="cut">{who()}</strong>
        <time class="dim" dateTime={new Date(props.said.at).toISOString()} title={format.dateTime(props.said.at)}>
          {format.time(props.said.at)}
        </time>
        <Show when={isFresh(props.said.id)}>
          <span class="said-unread">
            <span class="said">{t('notices.isUnread')}</span>
          </span>
        </Show>
        <Show when={props.said.edited}>
          {(edited) => <span class="dim">{t('discussion.edited', { when: format.when(edited()) })}</span>}
        </Show>
        <Acts said={props.said} onEdit={() => setEdited(true)} onPast={() => setPastShown(true)} />
      </header>
      <Show when={props.said.answers}>{(answers) => <Quote answered={answers()} />}</Show>
      <Show when={isEdited()} fallback={<SaidText text={props.said.text} />}>
        <Editing said={props.said} onDone={() => setEdited(false)} />
      </Show>
      <Show when={isPastShown()}>
        <Past id={props.said.id} onClose={() => setPastShown(false)} />
      </Show>
    </article>
  )
}

interface ActsProps {
  readonly said: Said
  readonly onEdit: () => void
  readonly onPast: () => void
}

function Acts(props: ActsProps) {
  const { t } = useWords()
  const { isFixed, reply } = useDiscussion()
  const acts = useActs()
  const remove = () => void acts.run('removeComment', { id: props.said.id }, t('discussion.wasRemoved'))
  const mayChange = () => props.said.isOwn && !isFixed() && !props.said.newer
  const items = (): MenuItem[] => [
    ...(mayChange() ? [{ label: t('discussion.edit'), onSelect: props.onEdit }] : []),
    ...(props.said.edited ? [{ label: t('discussion.past'), onSelect: props.onPast }] : []),
    ...(mayChange() ? [{ label: t('common.remove'), destroys: true, onSelect: remove }] : []),
  ]
  return (
    <span class="said-acts">
      <Show when={!isFixed()}>
        <IconButton icon={Reply} label={t('discussion.answer')} onClick={() => reply(props.said)} />
      </Show>
      <Show when={items().length > 0}>
        <Menu
          label={t('discussion.acts')}
          placement="bottom-end"
          items={items()}
          trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={t('discussion.acts')} />}
        />
      </Show>
    </span>
  )
}

function Editing(props: { readonly said: Said; readonly onDone: () => void }) {
  const { t } = useWords()
  const { names } = useDiscussion()
  const writing = createEditing(props.said, (person) => names().person(person))
  return (
    <Composer
      writing={writing}
      label={t('discussion.edit')}
      send={t('common.save')}
      autofocus
      onCancel={props.onDone}
      onDone={props.onDone}
    />
  )
}

function Past(props: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useWords()
  const currency = createCurrency()
  return (
    <Dialog open title={t('discussion.past')} onClose={props.onClose} toRead>
      <RecordHistory collection="comments" id={props.id} currency={currency()} readOnly />
    </Dialog>
  )
}
