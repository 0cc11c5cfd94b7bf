import { createSignal, Show } from 'solid-js'
import { mayManageAccounts } from '../../../../shared/accounts/rights.ts'
import type { PhoneList as Answer, PhoneView } from '../../../../shared/calls/phones.ts'
import { people } from '../../../../shared/company/collections.ts'
import { newEntryId } from '../../../../shared/records/keys/id.ts'
import { createEvery, useData } from '../../../data/page/solid.tsx'
import { LineForm } from '../../../records/phones/lines/line-form.tsx'
import { PhoneList } from '../../../records/phones/phone-list.tsx'
import { createServerAnswer, type ServerAnswer } from '../../../records/server-answer.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** «Телефоны и линии»: lines of the company, and who has connected which phone. */
export function PhonesPage() {
  const { t } = useWords()
  const { role } = useData().account
  return (
    <Page title={t('phones.title')}>
      <div class="page-column">
        <Show when={mayManageAccounts(role)} fallback={<Banner>{t('phones.keepersOnly')}</Banner>}>
          <Everything />
        </Show>
      </div>
    </Page>
  )
}

function Everything() {
  const { t } = useWords()
  const answer = createServerAnswer<Answer>(() => '/api/phones')
  const every = createEvery(people)
  const personOf = ({ owner }: PhoneView) => every().find(({ user }) => user === owner)?.name ?? t('common.nameless')
  return (
    <>
      <Show when={answer.error()}>
        <Banner look="warn">{t('phones.needsNetwork')}</Banner>
      </Show>
      <Section title={t('phones.lines.title')}>
        <p class="dim">{t('phones.lines.text')}</p>
        <PhoneList answer={answer} none={t('phones.lines.none')} isListed={({ owner }) => owner === null}>
          <NewLine answer={answer} />
        </PhoneList>
      </Section>
      <Section title={t('phones.everybodys.title')}>
        <p class="dim">{t('phones.everybodys.text')}</p>
        <PhoneList
          answer={answer}
          none={t('phones.everybodys.none')}
          isListed={({ owner }) => owner !== null}
          personOf={personOf}
        />
      </Section>
    </>
  )
}

function NewLine(props: { readonly answer: ServerAnswer<Answer> }) {
  const { t } = useWords()
  const [id, setId] = createSignal<string | null>(null)
  const onKept = () => {
    setId(null)
    props.answer.refetch()
  }
  return (
    <div>
      <Button disabled={!props.answer.value() || !!props.answer.error()} onClick={() => setId(newEntryId())}>
        {t('phones.lines.add')}
      </Button>
      <Show when={id()} keyed>
        {(fresh) => (
          <Dialog open size="wide" title={t('phones.lines.addTitle')} onClose={() => setId(null)}>
            <LineForm id={fresh} line={null} address={props.answer.value()?.address ?? ''} onKept={onKept} />
          </Dialog>
        )}
      </Show>
    </div>
  )
}
