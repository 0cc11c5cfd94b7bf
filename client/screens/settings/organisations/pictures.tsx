import { createResource, For, Show } from 'solid-js'
import { PICTURE_USES } from '../../../../shared/company/collections.ts'
import { type PictureUse, pictureOf } from '../../../../shared/company/pictures.ts'
import type { Organisation } from '../../../../shared/print/trade/deal-of.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { smaller } from '../../../records/pictures/smaller.ts'
import { isSound } from '../../../records/pictures/sound.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import './pictures.css'

interface PicturesProps {
  readonly organisation: Organisation
  readonly readOnly: boolean
}

/** Logo, seal and signature, as papers show them. */
export function Pictures(props: PicturesProps) {
  const { t } = useWords()
  return (
    <Section title={t('settings.requisites.pictures')}>
      <p class="dim">{t('settings.requisites.picturesText')}</p>
      <ul class="pictures">
        <For each={PICTURE_USES}>{(use) => <Picture {...props} use={use} />}</For>
      </ul>
    </Section>
  )
}

function Picture(props: PicturesProps & { readonly use: PictureUse }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  let input: HTMLInputElement | undefined
  const name = () => t(choiceLabel('organisations', 'use', props.use))
  const image = () => pictureOf(props.organisation, props.use)
  const [sound] = createResource(image, isSound)
  const at = () => ({ id: props.organisation.id, use: props.use })
  const put = (file: File | undefined) =>
    file &&
    acts.attempt(async () => {
      const { act } = await data.run('setPicture', { ...at(), image: await smaller(file, 'image/png') })
      acts.said(t('settings.requisites.put'), act)
    })
  const take = () => acts.run('setPicture', { ...at(), image: null }, t('settings.requisites.taken'))
  return (
    <li>
      <span>{name()}</span>
      <Show when={image()}>
        {(present) => (
          <Show when={sound() !== false} fallback={<span class="dim">{t('settings.requisites.broken')}</span>}>
            <img src={present()} alt={name()} />
          </Show>
        )}
      </Show>
      <Show when={!props.readOnly}>
        <span class="picture-acts">
          <input
            ref={input}
            type="file"
            hidden
            accept="image/png,image/jpeg"
            aria-label={name()}
            onChange={({ currentTarget }) => {
              void put(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
          <Button
            size="small"
            aria-label={`${t('settings.requisites.choose')}: ${name()}`}
            onClick={() => input?.click()}
          >
            {t('settings.requisites.choose')}
          </Button>
          <Show when={image()}>
            <Button
              size="small"
              look="ghost"
              aria-label={`${t('settings.requisites.take')}: ${name()}`}
              onClick={() => void take()}
            >
              {t('settings.requisites.take')}
            </Button>
          </Show>
        </span>
      </Show>
    </li>
  )
}
