import Inbox from 'lucide-solid/icons/inbox'
import Plus from 'lucide-solid/icons/plus'
import { createSignal } from 'solid-js'
import { Button } from '../../actions/button.tsx'
import { SearchField } from '../../inputs/typed/search-field.tsx'
import { Fact } from '../../layout/fact.tsx'
import { Fold } from '../../layout/fold.tsx'
import { LonePage, Page } from '../../layout/page.tsx'
import { Section } from '../../layout/section.tsx'
import { Tabs } from '../../layout/tabs.tsx'
import { Banner } from '../../signs/banner.tsx'
import { EmptyState } from '../../signs/empty-state.tsx'
import { Qr } from '../../signs/qr.tsx'
import { Skeleton } from '../../signs/waiting.tsx'
import { useWords } from '../../words/words.tsx'
import { ProgressBar } from '../../work/progress-bar.tsx'
import { Specimen } from './specimen.tsx'

export function LayoutSpecimens() {
  const { t } = useWords()
  const [done, setDone] = createSignal(1200)
  return (
    <Specimen name="Banner, Tabs, EmptyState, Skeleton, ProgressBar, Section, Fold, Fact, Qr">
      <Banner>{t('errors.server-unreachable')}</Banner>
      <Banner look="warn" action={{ label: t('common.choose'), run: () => {} }}>
        Разошлись: вы перевели в «В производстве», Ведеркин в «Обсуждение КП»
      </Banner>
      <Banner look="loss">{t('errors.device-storage-full')}</Banner>
      <Tabs
        label="Tabs"
        tabs={[
          { id: 'main', label: 'Главное', content: () => <p>1</p> },
          { id: 'events', label: 'События', count: 4, content: () => <p>2</p> },
          { id: 'files', label: 'Файлы', content: () => <p>3</p> },
          { id: 'history', label: 'История', count: 12, content: () => <p>4</p> },
        ]}
      />
      <Skeleton />
      <ProgressBar
        label="ProgressBar"
        progress={{ done: done(), total: 8800, way: 'forth' }}
        onStop={() => setDone(0)}
      />
      <ProgressBar label="ProgressBar" progress={{ done: 500, total: 3000, way: 'back' }} />
      <EmptyState icon={Inbox} title={t('common.table.empty')} text={t('errors.record-missing')}>
        <Button look="primary" icon={Plus}>
          {t('common.create')}
        </Button>
      </EmptyState>
      <Section title="Section" actions={<Button size="small">{t('common.add')}</Button>}>
        <Qr text="https://voronka.example/invitation/7KQ2" label="Qr" />
      </Section>
      <Fold title="Fold" summary="Розничная, скидка 5 %" open>
        <dl class="facts">
          <Fact name="НДС">в ценах</Fact>
        </dl>
      </Fold>
    </Specimen>
  )
}

export function PageSpecimens() {
  const { t } = useWords()
  return (
    <Specimen name="Page, LonePage" wide>
      <div class="specimen-pages">
        <div>
          <Page
            title={t('records.customers.many')}
            actions={
              <Button look="primary" icon={Plus}>
                {t('common.create')}
              </Button>
            }
            bar={<SearchField value="" onInput={() => {}} />}
          >
            <EmptyState title={t('common.table.empty')} />
          </Page>
        </div>
        <div>
          <LonePage title={t('account.signIn.title')} footer={t('account.demo.title')}>
            <p>{t('account.code.text')}</p>
            <Button look="primary">{t('account.signIn.submit')}</Button>
          </LonePage>
        </div>
      </div>
    </Specimen>
  )
}
