import { hueOf, hueStyle } from '../look/hues.ts'
import './avatar.css'

/** A person by initials, in a colour of their own. The name is not said: it stands beside. */
export function Avatar(props: { readonly name: string; readonly size?: 'small' | 'normal' | undefined }) {
  return (
    <span
      class={`avatar hue ${props.size ?? 'normal'}`}
      style={hueStyle(hueOf(props.name))}
      aria-hidden="true"
      title={props.name}
    >
      {initials(props.name)}
    </span>
  )
}

/** «Николаев Сергей» is «НС». */
function initials(name: string): string {
  const words = name.trim().split(/\s+/).slice(0, 2)
  return words.map((word) => [...word][0]?.toLocaleUpperCase() ?? '').join('')
}
