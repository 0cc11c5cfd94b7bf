import { Show } from 'solid-js'
import { createQuery } from '../../../data/page/solid.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { ListState } from '../state.ts'

/** Says that the list shows what the search over everything has found, and leads back to the whole of it. */
export function FoundNotice(props: { readonly state: ListState }) {
  const { t } = useWords()
  const person = () => props.state.found()?.person ?? null
  const record = createQuery(() => {
    const id = person()
    return id === null ? null : ({ what: 'record', collection: 'people', id } as const)
  })
  const name = () => String(record()?.row?.name ?? '')
  return (
    <Show when={props.state.found()}>
      {(by) => (
        <div class="view-notice">
          <Banner action={{ label: t('lists.found.release'), run: () => props.state.release({}) }}>
            {person() === null
              ? t('lists.found.by', { text: by().text })
              : t('lists.found.byOf', { text: by().text, name: name() })}
          </Banner>
        </div>
      )}
    </Show>
  )
}
