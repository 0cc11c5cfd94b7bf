import { Show } from 'solid-js'
import type { DoorView } from '../../../../../shared/site/settings.ts'
import { createServerAnswer } from '../../../../records/server-answer.ts'
import { Banner } from '../../../../ui/signs/banner.tsx'
import { Skeleton } from '../../../../ui/signs/waiting.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { StepProps } from '../step-props.ts'
import { PlaceForm } from './place-form.tsx'

/** Where the site stands: the server keeps that, and tells it to owner and admin alone. */
export function PlaceStep(props: StepProps) {
  const { t } = useWords()
  const answer = createServerAnswer<DoorView>(() => '/api/site/door')
  return (
    <>
      <p class="dim">{t('siteSetup.place.text')}</p>
      <Show when={!props.readOnly}>
        <Show when={answer.error()}>
          <Banner look="warn">{t('siteSetup.place.needsNetwork')}</Banner>
        </Show>
        <Show when={answer.value()} fallback={<Show when={!answer.error()}>{<Skeleton lines={3} />}</Show>}>
          {(view) => (
            <>
              <Show when={!view().isPublic}>
                <Banner look="warn">{t('siteSetup.place.notPublic')}</Banner>
              </Show>
              <PlaceForm view={view()} onKept={answer.refetch} />
            </>
          )}
        </Show>
      </Show>
    </>
  )
}
