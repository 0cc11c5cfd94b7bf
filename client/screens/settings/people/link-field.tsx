import { isOwn } from '../../../records/phones/outward.ts'
import { CopyField } from '../../../ui/inputs/typed/copy-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** A link that is handed on, once; one that leads to this very machine alone says so. */
export function LinkField(props: { readonly label: string; readonly link: string; readonly hint?: string }) {
  const { t } = useWords()
  return (
    <CopyField
      label={props.label}
      value={props.link}
      hint={props.hint}
      doubt={isOwn(props.link) ? t('settings.people.linkHere') : undefined}
    />
  )
}
