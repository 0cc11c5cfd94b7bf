import { useParams } from '@solidjs/router'
import Users from 'lucide-solid/icons/users'
import { createSignal } from 'solid-js'
import { hasFeature } from '../../../shared/features/known.ts'
import type { Filter } from '../../../shared/filters/filter.ts'
import { WhomProvider } from '../../records/calls/dial-button.tsx'
import { Catalog } from '../../records/catalog.tsx'
import { LettersOf } from '../../records/letters/letters-of.tsx'
import { EVERYTHING } from '../../records/list/scopes.ts'
import { useMayRead } from '../../records/rights.ts'
import { createPutIn } from '../../records/segments/put-in.tsx'
import { Timeline } from '../../records/timeline/timeline.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Accounts, Contracts } from './card/agreements.tsx'
import { Alike } from './card/alike.tsx'
import { Consents } from './card/consents.tsx'
import { CardProvider, createCard } from './card/context.tsx'
import { Debts } from './card/debts.tsx'
import { Documents } from './card/documents/documents.tsx'
import { fieldsOf } from './card/fields.ts'
import { InSegments } from './card/in-segments.tsx'
import { MailingsGot } from './card/mailings-got.tsx'
import { CustomerMenu } from './card/menu.tsx'
import { Merged, MergedInto, MergedPasts } from './card/merging.tsx'
import { People } from './card/people.tsx'
import { RefusedAddresses } from './card/refused.tsx'
import { FillByInn, RiskMark, Risks } from './card/risks.tsx'
import './customers.css'
import { DuplicatesDialog } from './duplicates/duplicates-dialog.tsx'

const COLUMNS = ['name', 'phone', 'email', 'toUs', 'responsible', 'segment']
const DEBTORS: Filter = [{ field: 'toUs', is: 'more', values: [0] }]

/** «Покупатели». */
export default function CustomersScreen() {
  const { t } = useWords()
  const params = useParams<{ id?: string }>()
  const card = createCard(() => params.id ?? null)
  const ofSegments = useMayRead('segments') && hasFeature('segments')
  const [isSeeking, setSeeking] = createSignal(false)
  return (
    <CardProvider value={card}>
      <WhomProvider value={() => ({ customer: card.row()?.id })}>
        <Catalog
          collection="customers"
          home="/customers"
          columns={COLUMNS}
          atEnd="toUs"
          quick={ofSegments ? ['inSegment'] : []}
          bulkActs={ofSegments ? [createPutIn()] : []}
          scopes={[
            { ...EVERYTHING, label: t('customers.scopes.all') },
            { id: 'debtors', label: t('customers.scopes.debtors'), filter: DEBTORS },
          ]}
          form={fieldsOf(card.row())}
          ends={{ inn: () => <FillByInn /> }}
          acts={() => <CustomerMenu />}
          pasts={() => <MergedPasts />}
          listActs={[{ label: t('customers.duplicates.open'), icon: Users, onSelect: () => setSeeking(true) }]}
          shown={card.shown}
          above={() => (
            <>
              <MergedInto />
              <RefusedAddresses />
              <RiskMark />
              <Alike />
              <Debts />
              <InSegments />
            </>
          )}
          below={() => (
            <>
              <People />
              <Consents />
              <MailingsGot />
              <Merged />
            </>
          )}
          discussed
          tabs={(id) => [
            { id: 'documents', label: t('customers.tabs.documents'), content: () => <Documents /> },
            ...(hasFeature('mail')
              ? [
                  {
                    id: 'letters',
                    label: t('mail.of.tab'),
                    content: () => <LettersOf where={{ in: 'customer', customer: id }} />,
                  },
                ]
              : []),
            { id: 'timeline', label: t('timeline.tab'), content: () => <Timeline about={`customers/${id}`} /> },
            ...(hasFeature('counterparties') && card.row()?.type !== 'person'
              ? [{ id: 'risks', label: t('risks.tab'), content: () => <Risks /> }]
              : []),
            { id: 'contracts', label: t('customers.tabs.contracts'), content: () => <Contracts /> },
            { id: 'accounts', label: t('customers.tabs.accounts'), content: () => <Accounts /> },
          ]}
        />
        <DuplicatesDialog open={isSeeking()} onClose={() => setSeeking(false)} />
      </WhomProvider>
    </CardProvider>
  )
}
