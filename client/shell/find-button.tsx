import Search from 'lucide-solid/icons/search'
import { IconOf } from '../ui/actions/button.tsx'
import { Caps } from '../ui/keys/caps.tsx'
import { useWords } from '../ui/words/words.tsx'
import './find-button.css'

/** Leads to the palette of commands; on narrow screens it is an icon. */
export function FindButton(props: { readonly onFind: () => void }) {
  const { t } = useWords()
  return (
    <button
      type="button"
      class="find-button"
      aria-label={t('keys.palette')}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      title={t('keys.palette')}
      onClick={() => props.onFind()}
    >
      <IconOf icon={Search} />
      <span class="find-words">{t('palette.button')}</span>
      <Caps keys="mod+k" />
    </button>
  )
}
