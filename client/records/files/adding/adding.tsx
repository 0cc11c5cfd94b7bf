import Camera from 'lucide-solid/icons/camera'
import Paperclip from 'lucide-solid/icons/paperclip'
import { For, Show } from 'solid-js'
import { Button, type Icon } from '../../../ui/actions/button.tsx'
import { COARSE, createMedia } from '../../../ui/look/media.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { createAdding } from './add.ts'

/** The ways to bring files: chosen, shot by a phone's camera; and those that were not taken. */
export function Adding(props: {
  readonly adding: ReturnType<typeof createAdding>
  readonly brief?: boolean | undefined
}) {
  const { t } = useWords()
  const isCoarse = createMedia(COARSE)
  const onFiles = (files: readonly File[]) => void props.adding.add(files)
  return (
    <>
      <div class="files-add">
        <Chooser icon={Paperclip} label={t('files.add')} multiple onFiles={onFiles} />
        <Show
          when={isCoarse()}
          fallback={<Show when={!props.brief}>{<span class="dim">{t('files.hint')}</span>}</Show>}
        >
          <Chooser icon={Camera} label={t('files.shoot')} camera onFiles={onFiles} />
        </Show>
      </div>
      <For each={props.adding.adding()}>
        {({ name }) => (
          <p class="dim" role="status">
            {t('files.adding', { name })}
          </p>
        )}
      </For>
      <For each={props.adding.refused()}>
        {(one) => (
          <Banner look="warn">
            <p>
              <strong>{t('files.refused', { name: one.file.name })}</strong> {one.why}
            </p>
            <Button size="small" onClick={() => props.adding.again(one)}>
              {t('files.again')}
            </Button>
            <Button size="small" look="ghost" onClick={() => props.adding.letGo(one)}>
              {t('files.letGo')}
            </Button>
          </Banner>
        )}
      </For>
    </>
  )
}

interface ChooserProps {
  readonly icon: Icon
  readonly label: string
  readonly multiple?: boolean
  /** Pictures, from the camera of a phone. */
  readonly camera?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

function Chooser(props: ChooserProps) {
  let input: HTMLInputElement | undefined
  const camera = () => (props.camera ? ({ accept: 'image/*', capture: 'environment' } as const) : {})
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={props.multiple ?? false}
        {...camera()}
        aria-label={props.label}
        onChange={({ currentTarget }) => {
          props.onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <Button size="small" icon={props.icon} onClick={() => input?.click()}>
        {props.label}
      </Button>
    </>
  )
}
