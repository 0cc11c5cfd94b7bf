import { Show } from 'solid-js'
import { Banner } from '../ui/signs/banner.tsx'
import { useWords } from '../ui/words/words.tsx'
import { nextBuild, takeNextBuild } from './next-build.ts'

/** «Вышло обновление»: taken on a click, once nothing is unsaved; at the next start otherwise. */
export function UpdateBanner() {
  const { t } = useWords()
  return (
    <Show when={nextBuild() !== 'none'}>
      <Show when={nextBuild() === 'here'} fallback={<Banner>{t('shell.update.waiting')}</Banner>}>
        <Banner action={{ label: t('shell.update.take'), run: () => void takeNextBuild() }}>
          {t('shell.update.here')}
        </Banner>
      </Show>
    </Show>
  )
}
