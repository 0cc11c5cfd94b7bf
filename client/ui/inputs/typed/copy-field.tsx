import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, Show } from 'solid-js'
import { IconButton } from '../../actions/button.tsx'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, type FieldProps } from '../field/field.tsx'
import { copied } from './copied.ts'

export interface CopyFieldProps extends FieldProps {
  readonly value: string
  /** It may have to be read and typed elsewhere: all of it is seen, over as many lines as it takes. */
  readonly isWhole?: boolean
}

/** A text that is to be taken along, a link or a code: read only, copied by its button. */
export function CopyField(props: CopyFieldProps) {
  const { t } = useWords()
  const id = createFieldId()
  const [isCopied, setCopied] = createSignal(false)
  let input: HTMLInputElement | HTMLTextAreaElement | undefined
  const copy = async () => {
    input?.select()
    setCopied(await copied(props.value))
  }
  const field = { id, readOnly: true, onFocus: () => input?.select() }
  return (
    <FieldFrame {...props} id={id}>
      <div class="box">
        <Show
          when={props.isWhole}
          fallback={<input {...field} ref={(element) => (input = element)} value={props.value} />}
        >
          <textarea {...field} class="whole" ref={(element) => (input = element)} value={props.value} />
        </Show>
        <IconButton
          icon={isCopied() ? Check : Copy}
          label={t(isCopied() ? 'common.copied' : 'common.copy')}
          onClick={() => void copy()}
        />
      </div>
    </FieldFrame>
  )
}
