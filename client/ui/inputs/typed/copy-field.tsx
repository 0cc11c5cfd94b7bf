import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal } from 'solid-js'
import { IconButton } from '../../actions/button.tsx'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, type FieldProps } from '../field/field.tsx'
import { copied } from './copied.ts'

/** A text that is to be taken along, a link or a code: read only, copied by its button. */
export function CopyField(props: FieldProps & { readonly value: string }) {
  const { t } = useWords()
  const id = createFieldId()
  const [isCopied, setCopied] = createSignal(false)
  let input: HTMLInputElement | undefined
  const copy = async () => {
    input?.select()
    setCopied(await copied(props.value))
  }
  return (
    <FieldFrame {...props} id={id}>
      <div class="box">
        <input id={id} ref={input} value={props.value} readOnly onFocus={(event) => event.currentTarget.select()} />
        <IconButton
          icon={isCopied() ? Check : Copy}
          label={t(isCopied() ? 'common.copied' : 'common.copy')}
          onClick={() => void copy()}
        />
      </div>
    </FieldFrame>
  )
}
