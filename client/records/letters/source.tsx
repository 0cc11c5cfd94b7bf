import { createResource, Show } from 'solid-js'
import type { Letter } from '../../../shared/letters/collections.ts'
import { useData } from '../../data/page/solid.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useLetterWords } from './body/words.ts'
import './source.css'

/** A letter of more signs is shown in part. */
const MOST = 200_000

/** A letter as it came: the whole of it where that is kept, else its headers. */
export function SourceDialog(props: { readonly letter: Letter; readonly onClose: () => void }) {
  const { t, sentence } = useWords()
  const data = useData()
  const words = useLetterWords()
  const [source] = createResource(async () => {
    const { id, raw, body } = props.letter
    if (typeof raw === 'string') return (await (await data.openLetter(id, raw)).text()).slice(0, MOST)
    return typeof body === 'string' ? (await words(id, body)).headers : ''
  })
  const title = () => t(typeof props.letter.raw === 'string' ? 'mail.letter.raw' : 'mail.letter.headers')
  return (
    <Dialog open toRead size="wide" title={title()} onClose={props.onClose}>
      <Show when={source.error}>
        <Banner look="warn">{sentence(source.error)}</Banner>
      </Show>
      <Show when={source.state === 'ready'} fallback={<Show when={!source.error}>{<Skeleton lines={8} />}</Show>}>
        <pre class="letter-source">{source()}</pre>
      </Show>
    </Dialog>
  )
}
