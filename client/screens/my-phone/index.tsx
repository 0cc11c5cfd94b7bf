import { useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { type KeptPhone, keepPhone, keptPhone } from '../../data/page/kept/kept-phone.ts'
import { useData } from '../../data/page/solid.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { PairForm } from './pair-form.tsx'
import { PairedPhone } from './paired-phone.tsx'
import { SharedText } from './share/shared-text.tsx'
import './my-phone.css'

/** «Мой телефон»: the program as it stands open on a phone that is to dial for its person. */
export default function MyPhoneScreen() {
  const { t } = useWords()
  const { user } = useData().account
  const [search, setSearch] = useSearchParams<{ code?: string; title?: string; text?: string; url?: string }>()
  const [phone, setPhone] = createSignal<KeptPhone | null>(keptPhone(user))
  const shared = () => [search.title, search.text, search.url].filter(Boolean).join('\n')
  const become = (paired: KeptPhone | null) => {
    keepPhone(user, paired)
    setPhone(paired)
    setSearch({ code: null }, { replace: true })
  }
  return (
    <Page title={t('myPhone.title')}>
      <div class="my-phone">
        <Show when={shared()}>{(text) => <SharedText text={text()} />}</Show>
        <Show
          when={phone()}
          keyed
          fallback={<PairForm code={search.code ?? null} onPaired={(paired) => become({ ...paired, untold: [] })} />}
        >
          {(paired) => <PairedPhone user={user} paired={paired} onForget={() => become(null)} />}
        </Show>
      </div>
    </Page>
  )
}
