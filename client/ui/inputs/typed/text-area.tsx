import { createFieldId, FieldFrame } from '../field/field.tsx'
import { createText, inputAttributes, type TextFieldProps } from './text-field.tsx'

/** Several lines of text; it grows with them. Ctrl+Enter saves as leaving does. */
export function TextArea(props: Omit<TextFieldProps, 'type' | 'inputMode' | 'autocomplete' | 'start' | 'end'>) {
  const typed = createText(props, true)
  const id = createFieldId()
  return (
    <FieldFrame {...props} id={id} wrong={typed.wrong()}>
      <div class="box">
        <textarea {...inputAttributes(id, props, typed)} maxLength={props.maxLength} rows={3} />
      </div>
    </FieldFrame>
  )
}
