import { Show } from 'solid-js'
import { megabytes } from '../../../../../shared/files/limits.ts'
import { LARGEST_LETTER_MB } from '../../../../../shared/messages/sending.ts'
import type { Sort } from '../../../../../shared/orders/collections.ts'
import { Banner } from '../../../../ui/signs/banner.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { Files } from '../../../files/files.tsx'
import { fieldLabel } from '../../../words/labels.ts'
import { aboutOf } from '../begun/opening.ts'
import type { createMessage } from '../create-message.ts'
import { createKnown, FromCards } from './from-cards.tsx'

interface FilesFieldProps {
  readonly message: ReturnType<typeof createMessage>
  readonly customer: string | null
  readonly sort: Sort
  /** Below a letter there is little room. */
  readonly brief: boolean
}

/** In a letter three bytes of a file take four signs. */
const IN_LETTER = 1.37

/** What goes with a letter: files that are added to it, and what the order and the customer have. */
export function FilesField(props: FilesFieldProps) {
  const { t } = useWords()
  const { message } = props
  const known = createKnown(
    () => message.typed().order?.id ?? null,
    () => props.customer,
  )
  const chosen = () => known().filter(({ id }) => message.typed().files.includes(id))
  const size = () => [...message.own(), ...chosen()].reduce((sum, file) => sum + (file.size ?? 0), 0)
  const inLetter = () => megabytes(size() * IN_LETTER)
  return (
    <fieldset class="write-files">
      <legend classList={{ said: props.brief }}>{t(fieldLabel('messages', 'files'))}</legend>
      <Files about={aboutOf(message.id)} brief={props.brief} />
      <FromCards message={message} sort={props.sort} known={known()} folded={props.brief} />
      <Show when={inLetter() > LARGEST_LETTER_MB}>
        <Banner look="warn">{t('messages.write.large', { size: inLetter(), most: LARGEST_LETTER_MB })}</Banner>
      </Show>
    </fieldset>
  )
}
