import { type Accessor, createSignal } from 'solid-js'
import { wordsOf } from '../../../shared/search/typed.ts'
import { Finder } from '../overlays/finder/finder.tsx'
import { useWords } from '../words/words.tsx'
import type { Parameter } from './form.ts'

/** One field over all parameters, from which one is put into the text. */
export function createParameterFinder(parameters: Accessor<readonly Parameter[]>, put: (name: string) => void) {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  const [text, setText] = createSignal('')
  const groups = () => {
    const rows = fitting(parameters(), text()).map(({ name, label, about }) => ({
      id: name,
      label,
      hint: about,
      leads: true,
      run: () => put(name),
    }))
    return rows.length > 0 ? [{ heading: t('richText.parameters'), rows }] : []
  }
  return {
    open: () => {
      setText('')
      setOpen(true)
    },
    place: () => (
      <Finder
        open={isOpen()}
        label={t('richText.findParameter')}
        text={text()}
        onText={setText}
        groups={groups()}
        nothing={t('richText.noParameter')}
        onClose={() => setOpen(false)}
      />
    ),
  }
}

/** Those in whose words each word typed begins one. */
function fitting(parameters: readonly Parameter[], text: string): readonly Parameter[] {
  const typed = wordsOf(text)
  return parameters.filter(({ label, about }) => {
    const own = wordsOf(`${label} ${about ?? ''}`)
    return typed.every((word) => own.some((one) => one.startsWith(word)))
  })
}
