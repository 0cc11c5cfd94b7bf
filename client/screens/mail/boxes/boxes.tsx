import Archive from 'lucide-solid/icons/archive'
import FileExclamationPoint from 'lucide-solid/icons/file-exclamation-point'
import Folder from 'lucide-solid/icons/folder'
import Inbox from 'lucide-solid/icons/inbox'
import Mails from 'lucide-solid/icons/mails'
import Send from 'lucide-solid/icons/send'
import Star from 'lucide-solid/icons/star'
import Trash from 'lucide-solid/icons/trash'
import UserRoundX from 'lucide-solid/icons/user-round-x'
import { For, Show } from 'solid-js'
import { SHUT_OUT } from '../../../../shared/letters/accounts.ts'
import type { FolderUse, MailBox, MailBoxesAnswer, MailFolder } from '../../../data/queries/mail/query.ts'
import { type Icon, IconOf } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { addressOfMail, boxOf, type NamedBox } from '../place.ts'
import './boxes.css'

interface BoxesProps {
  readonly boxes: MailBoxesAnswer
  /** Where one looks, as addresses have it. */
  readonly here: string
}

const NAMED: readonly (readonly [NamedBox, Icon])[] = [
  ['inbox', Inbox],
  ['starred', Star],
  ['unbound', UserRoundX],
  ['unparsed', FileExclamationPoint],
  ['all', Mails],
]
const ICONS: { readonly [U in FolderUse]: Icon } = { inbox: Inbox, sent: Send, archive: Archive, trash: Trash }

/** The boxes: what is of all of them, then each with its folders, and how much is unread there. */
export function Boxes(props: BoxesProps) {
  const { t } = useWords()
  const counts = (): { readonly [B in NamedBox]: number } => ({
    ...{ inbox: props.boxes.unread, starred: props.boxes.starred, all: 0 },
    ...{ unbound: props.boxes.unbound, unparsed: props.boxes.unparsed },
  })
  const shown = () => NAMED.filter(([box]) => box !== 'unparsed' || counts().unparsed > 0 || props.here === box)
  return (
    <nav class="mail-boxes" aria-label={t('mail.boxes.title')}>
      <ul>
        <For each={shown()}>
          {([box, icon]) => (
            <Line
              box={box}
              here={props.here}
              icon={icon}
              name={t(`mail.boxes.${box}`)}
              count={counts()[box]}
              isNew={box === 'inbox'}
            />
          )}
        </For>
      </ul>
      <For each={props.boxes.boxes}>{(box) => <Box box={box} here={props.here} />}</For>
    </nav>
  )
}

function Box(props: { readonly box: MailBox; readonly here: string }) {
  const { t } = useWords()
  const trouble = () => {
    const { state, trouble } = props.box
    const said =
      state === 'unreachable' || state === 'refused' || state === 'off' ? t(`mail.boxes.states.${state}`) : null
    const why = trouble === SHUT_OUT ? t('mailAccounts.shutOut') : trouble && t('mail.boxes.trouble', { text: trouble })
    return said === null ? null : { said, more: why || said }
  }
  return (
    <section>
      <h2 class="mail-box-name">
        <a
          class="cut"
          href={addressOfMail(props.box.id)}
          title={props.box.address}
          classList={{ here: props.here === props.box.id }}
        >
          {props.box.name}
        </a>
        <Show when={props.box.isOwn}>
          <span class="dim">{t('mail.boxes.own')}</span>
        </Show>
      </h2>
      <Show when={trouble()}>
        {(one) => (
          <p class="mail-box-trouble" title={one().more}>
            {one().said}
          </p>
        )}
      </Show>
      <ul>
        <For each={props.box.folders}>
          {(folder) => <FolderLine account={props.box.id} folder={folder} here={props.here} />}
        </For>
      </ul>
    </section>
  )
}

function FolderLine(props: { readonly account: string; readonly folder: MailFolder; readonly here: string }) {
  const { t } = useWords()
  const use = () => props.folder.use
  const name = () => {
    const known = use()
    return known === null ? props.folder.path : t(`mail.boxes.use.${known}`)
  }
  return (
    <Line
      box={boxOf({ in: 'folder', account: props.account, folder: props.folder.path })}
      here={props.here}
      icon={ICONS[use() as FolderUse] ?? Folder}
      name={name()}
      count={use() === 'trash' || use() === 'sent' ? 0 : props.folder.unread}
      isNew
    />
  )
}

interface LineProps {
  readonly box: string
  readonly here: string
  readonly icon: Icon
  readonly name: string
  readonly count: number
  /** The count is of what is unread. */
  readonly isNew: boolean
}

function Line(props: LineProps) {
  const { t } = useWords()
  return (
    <li>
      <a
        class="mail-box"
        classList={{ here: props.here === props.box }}
        href={addressOfMail(props.box)}
        aria-current={props.here === props.box ? 'page' : undefined}
      >
        <IconOf icon={props.icon} />
        <span class="cut">{props.name}</span>
        <Show when={props.count > 0}>
          <span
            class="mail-box-count n"
            classList={{ strong: props.isNew }}
            title={props.isNew ? t('mail.boxes.unread', { n: props.count }) : undefined}
          >
            {props.count}
          </span>
        </Show>
      </a>
    </li>
  )
}
