import { For } from 'solid-js'
import type { StatusAnswer } from './data/queries/query.ts'
import { Banner } from './ui/signs/banner.tsx'
import { useWords } from './ui/words/words.tsx'

/** What the server does not serve: why, and what can be done, a sentence for each reason. */
export function UnservedBanner(props: { readonly status: StatusAnswer | undefined }) {
  const { t } = useWords()
  const codes = () => [...new Set(props.status?.unserved.map(({ code }) => code))]
  return (
    <For each={codes()}>
      {(code) => (
        <Banner look="loss">
          {t(`errors.${code}`)} {t('shell.unserved')}
        </Banner>
      )}
    </For>
  )
}
