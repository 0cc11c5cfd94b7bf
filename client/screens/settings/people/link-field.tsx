import { CopyField } from '../../../ui/inputs/typed/copy-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Names under which every machine knows itself alone. */
const OWN_NAMES = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** A link that is handed on, once; one that leads to this very machine alone says so. */
export function LinkField(props: { readonly label: string; readonly link: string; readonly hint?: string }) {
  const { t } = useWords()
  const isOfThisMachine = () => OWN_NAMES.test(new URL(props.link).hostname)
  return (
    <CopyField
      label={props.label}
      value={props.link}
      hint={props.hint}
      doubt={isOfThisMachine() ? t('settings.people.linkHere') : undefined}
    />
  )
}
