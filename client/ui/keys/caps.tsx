import { For, type JSX, Show } from 'solid-js'
import { Kbd } from '../actions/link.tsx'
import { useWords } from '../words/words.tsx'
import './keys.css'

/** The signs of keys that have one everywhere. */
const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: 'Enter',
  Escape: 'Esc',
  Shift: 'Shift',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Keys as caps: `g o` one after the other, `mod+k` together, `Home|End` either. */
export function Caps(props: { readonly keys: string }) {
  const { t } = useWords()
  const capOf = (key: string) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl'
    if (key === 'digits' || key === 'space') return t(`keys.${key}`)
    return SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  }
  return (
    <span class="caps">
      <Parted of={props.keys.split('|')} word={t('keys.or')}>
        {(either) => (
          <Parted of={either.split(' ')} word={t('keys.after')}>
            {(press) => <For each={press.split('+')}>{(key) => <Kbd>{capOf(key)}</Kbd>}</For>}
          </Parted>
        )}
      </Parted>
    </span>
  )
}

/** Parts with a word between them. */
function Parted(props: {
  readonly of: readonly string[]
  readonly word: string
  readonly children: (part: string) => JSX.Element
}) {
  return (
    <For each={props.of}>
      {(part, index) => (
        <>
          <Show when={index() > 0}>{props.word}</Show>
          {props.children(part)}
        </>
      )}
    </For>
  )
}
