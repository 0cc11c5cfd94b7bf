import { useParams } from '@solidjs/router'
import FileUp from 'lucide-solid/icons/file-up'
import { createMemo, createSignal, lazy, Show } from 'solid-js'
import { offeredAt } from '../../../shared/features/places.ts'
import { MAILING_STATES, mailings } from '../../../shared/mailings/collections.ts'
import { WAYS } from '../../../shared/messages/collections.ts'
import { createRecord } from '../../data/page/solid.tsx'
import { Catalog } from '../../records/catalog.tsx'
import { EVERYTHING } from '../../records/list/scopes.ts'
import { useMayRead, useMayWrite } from '../../records/rights.ts'
import { Page } from '../../ui/layout/page.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { MailingActs } from './acts.tsx'
import { figureCells } from './list/figures.tsx'
import { MailingStateChip } from './list/state-chip.tsx'
import './mailings.css'
import { Readers } from './results/readers.tsx'
import { Results } from './results/results.tsx'
import { Steps } from './steps/steps.tsx'

const LoadConsents = lazy(() => import('./consents/load-consents.tsx'))

const COLUMNS = [
  'name',
  'state',
  'sent',
  'opened',
  'clicked',
  'unsubscribed',
  'orders',
  'ordersTotal',
  'bounced',
  'begun',
  'segment',
]
/** «Массовые рассылки»: letters and SMS to many, from the segment to what came of it. */
export default function MailingsScreen() {
  const { t } = useWords()
  const mayRead = useMayRead('mailings')
  return (
    <Show
      when={mayRead}
      fallback={
        <Page title={t('records.mailings.many')}>
          <EmptyState title={t('mailings.notForYou')} />
        </Page>
      }
    >
      <Mailings />
    </Show>
  )
}

function Mailings() {
  const { t } = useWords()
  const params = useParams<{ id?: string }>()
  const record = createRecord(mailings, () => params.id ?? null)
  const isBegun = createMemo(() => (record()?.row?.begun ?? null) !== null)
  const mayWrite = useMayWrite('mailingConsents')
  const [loads, setLoads] = createSignal(false)
  const scopes = MAILING_STATES.filter((state) => state !== 'stopped').map((id) => ({
    id,
    label: t(`mailings.scopes.${id}`),
    filter: [{ field: 'state', is: 'in' as const, values: [id] }],
  }))
  return (
    <>
      <Catalog
        collection="mailings"
        home="/mailings"
        columns={COLUMNS}
        atEnd="begun"
        scopes={[{ ...EVERYTHING, label: t('mailings.scopes.all') }, ...scopes]}
        form={isBegun() ? ['name'] : ['name', 'way']}
        fresh={{ way: offeredAt('ways', WAYS)[0] ?? 'letter', state: 'prepared' }}
        quick={['begun', 'segment']}
        listActs={mayWrite ? [{ label: t('mailings.load.open'), icon: FileUp, onSelect: () => setLoads(true) }] : []}
        cells={{
          ...figureCells(),
          name: { width: 200 },
          state: { cell: (row) => <MailingStateChip state={String(row.state)} />, width: 130 },
        }}
        acts={(id) => <MailingActs id={id} />}
        above={(id) => <Results id={id} />}
        below={(id) => <Steps id={id} />}
        tabs={(id) => [
          ...(isBegun()
            ? [{ id: 'readers', label: t('mailings.readers.tab'), content: () => <Readers id={id} /> }]
            : []),
        ]}
      />
      <Show when={loads()}>
        <LoadConsents open onClose={() => setLoads(false)} />
      </Show>
    </>
  )
}
