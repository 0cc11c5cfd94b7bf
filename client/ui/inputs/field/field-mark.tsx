import { type Accessor, createContext, Show, useContext } from 'solid-js'
import { hueOf, hueStyle } from '../../look/hues.ts'
import './field-mark.css'

/** What a field inside is told about others, and tells: the place around it knows which field it is. */
export interface FieldMark {
  /** Who else fills in this field now, by name, with the words for it; undefined: nobody. */
  readonly by: Accessor<{ readonly name: string; readonly words: string } | undefined>
  /** The field is being filled in here, or is left. */
  readonly onHere: (isHere: boolean) => void
}

export const FieldMarkContext = createContext<FieldMark>()

/** The attributes of a field's frame by its mark: an edge in the other's colour, and the words where we are. */
export function createFieldMark(isReadOnly: () => boolean) {
  const mark = useContext(FieldMarkContext)
  const by = () => mark?.by()
  return {
    by,
    get style() {
      const other = by()
      return other && hueStyle(hueOf(other.name))
    },
    onFocusIn: () => {
      if (!isReadOnly()) mark?.onHere(true)
    },
    onFocusOut: () => mark?.onHere(false),
  }
}

/** Who else fills in the field: the name at its edge. */
export function FieldMarkName(props: { readonly by: ReturnType<FieldMark['by']> }) {
  return (
    <Show when={props.by}>
      {(by) => (
        <span class="field-mark" title={by().words}>
          <span aria-hidden="true">{by().name}</span>
          <span class="said">{by().words}</span>
        </span>
      )}
    </Show>
  )
}
