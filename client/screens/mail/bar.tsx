import PanelLeft from 'lucide-solid/icons/panel-left'
import { IconOf } from '../../ui/actions/button.tsx'
import { Toggle } from '../../ui/inputs/toggles/checkbox.tsx'
import { SearchField } from '../../ui/inputs/typed/search-field.tsx'
import { useWords } from '../../ui/words/words.tsx'

interface MailBarProps {
  readonly search: string
  readonly onlyUnread: boolean
  readonly onSearch: (text: string) => void
  readonly onOnlyUnread: (is: boolean) => void
  /** The address of the boxes, where these stand alone. */
  readonly boxes: string
}

/** What is looked for among letters. */
export function MailBar(props: MailBarProps) {
  const { t } = useWords()
  return (
    <>
      <a
        class="icon-button ghost mail-to-boxes"
        href={props.boxes}
        aria-label={t('mail.boxes.title')}
        title={t('mail.boxes.title')}
      >
        <IconOf icon={PanelLeft} />
      </a>
      <SearchField label={t('mail.threads.search')} value={props.search} onInput={props.onSearch} />
      <Toggle label={t('mail.threads.onlyUnread')} checked={props.onlyUnread} onCommit={props.onOnlyUnread} />
    </>
  )
}
