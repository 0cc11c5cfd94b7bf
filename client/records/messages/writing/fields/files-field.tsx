import { createMemo, For, Show } from 'solid-js'
import { megabytes } from '../../../../../shared/files/limits.ts'
import { LARGEST_LETTER_MB } from '../../../../../shared/messages/sending.ts'
import { createQuery } from '../../../../data/page/solid.tsx'
import type { ShownFile } from '../../../../data/queries/files/query.ts'
import { Checkbox } from '../../../../ui/inputs/toggles/checkbox.tsx'
import { Fold } from '../../../../ui/layout/fold.tsx'
import { Banner } from '../../../../ui/signs/banner.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { Files } from '../../../files/files.tsx'
import { fieldLabel } from '../../../words/labels.ts'
import type { createMessage } from '../create-message.ts'
import { aboutOf } from '../opening.ts'

interface FilesFieldProps {
  readonly message: ReturnType<typeof createMessage>
  readonly customer: string | null
}

/** In a letter three bytes of a file take four signs. */
const IN_LETTER = 1.37

/** What goes with a letter: files that are added to it, and those of the order and of the customer. */
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
  const turn = (id: string, isOn: boolean) => {
    const others = message.typed().files.filter((one) => one !== id)
    message.put({ files: isOn ? [...others, id] : others })
  }
  return (
    <fieldset class="write-files">
      <legend>{t(fieldLabel('messages', 'files'))}</legend>
      <Files about={aboutOf(message.id)} />
      <Show when={known().length > 0}>
        <Fold title={t('messages.write.knownFiles', { n: known().length })} summary="">
          <div class="write-known">
            <For each={known()}>
              {({ id, name }) => (
                <Checkbox
                  label={name ?? ''}
                  checked={message.typed().files.includes(id)}
                  onCommit={(isOn) => turn(id, isOn)}
                />
              )}
            </For>
          </div>
        </Fold>
      </Show>
      <Show when={inLetter() > LARGEST_LETTER_MB}>
        <Banner look="warn">{t('messages.write.large', { size: inLetter(), most: LARGEST_LETTER_MB })}</Banner>
      </Show>
    </fieldset>
  )
}

/** Files of the order, then of the customer. */
function createKnown(order: () => string | null, customer: () => string | null): () => readonly ShownFile[] {
  const filesOf = (about: () => string | null) => createQuery(() => ({ what: 'files', about: about() ?? '' }) as const)
  const ofOrder = filesOf(() => order() && `orders/${order()}`)
  const ofCustomer = filesOf(() => customer() && `customers/${customer()}`)
  return createMemo(() => [...(ofOrder()?.files ?? []), ...(ofCustomer()?.files ?? [])])
}
