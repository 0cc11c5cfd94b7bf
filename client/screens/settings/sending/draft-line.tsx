import { splitProps } from 'solid-js'
import { TextField, type TextFieldProps } from '../../../ui/inputs/typed/text-field.tsx'

interface DraftLineProps extends Omit<TextFieldProps, 'value' | 'onCommit'> {
  readonly value: string
  readonly onText: (text: string) => unknown
}

/** A line of settings that are typed: where nothing stands, they have an empty text. */
export function DraftLine(props: DraftLineProps) {
  const [own, field] = splitProps(props, ['value', 'onText'])
  return <TextField {...field} value={own.value || null} onCommit={(text) => own.onText(text ?? '')} />
}
