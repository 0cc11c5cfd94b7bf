import { readTime, writeTime } from '../../../../shared/company/hours.ts'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, type FieldProps } from '../field/field.tsx'
import type { OnCommit } from '../field/held.ts'
import { inputAttributes } from './text-field.tsx'
import { createTyped } from './typed.ts'

export interface TimeFieldProps extends FieldProps {
  /** Minutes since midnight. */
  readonly value: number
  readonly onCommit: OnCommit<number>
  /** A sentence for a time that does not fit. */
  readonly check?: ((minutes: number) => string | undefined) | undefined
}

/** A time of day, typed as one likes: «9», «9:30», «0930». */
export function TimeField(props: TimeFieldProps) {
  const { t } = useWords()
  const id = createFieldId()
  const typed = createTyped({
    value: () => props.value,
    show: writeTime,
    parse: (text) => {
      const value = readTime(text)
      if (value === undefined) return { wrong: t('common.fields.time') }
      const wrong = props.check?.(value)
      return wrong === undefined ? { value } : { wrong }
    },
    onCommit: (value) => props.onCommit(value),
  })
  return (
    <FieldFrame {...props} id={id} wrong={typed.wrong()}>
      <div class="box">
        <input
          {...inputAttributes(id, props, typed)}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
    </FieldFrame>
  )
}
