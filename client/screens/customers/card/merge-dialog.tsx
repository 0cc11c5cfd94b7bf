import { createMemo, createSignal } from 'solid-js'
import { createQuery } from '../../../data/page/solid.tsx'
import type { PlainListQuery } from '../../../data/queries/answer-to.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'
import { createMerge } from './merging.tsx'

/** So many are offered at a time; typing narrows them. */
const OFFERED = 30

/** Merges the customer whose card is open into another one that is looked for by name, INN or phone. */
export function MergeDialog(props: { readonly onClose: () => void }) {
  const { t } = useWords()
  const card = useCard()
  const merge = createMerge()
  const [search, setSearch] = createSignal('')
  const [chosen, setChosen] = createSignal<{ readonly value: string; readonly label: string } | null>(null)
  const answer = createQuery(() => customersBy(search()))
  const options = createMemo(() =>
    (answer()?.rows ?? []).flatMap(({ id, name, inn, phone }) => {
      const hint = [inn, phone].filter(Boolean).join(' · ')
      const label = String(name ?? t('common.nameless'))
      return id === card.row()?.id ? [] : [{ value: id, label, hint }]
    }),
  )
  const run = () => {
    const one = chosen()
    if (!one) return
    props.onClose()
    void merge(one.value, one.label)
  }
  return (
    <Dialog
      open
      title={t('customers.merging.with')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={chosen() === null} onClick={run}>
            {t('customers.alike.merge')}
          </Button>
        </>
      }
    >
      <p class="dim">{t('customers.merging.hint')}</p>
      <Combobox
        label={t('records.customers.one')}
        value={chosen()?.value ?? null}
        text={chosen()?.label}
        options={options()}
        total={answer()?.count}
        onSearch={setSearch}
        onCommit={(id) => setChosen(options().find(({ value }) => value === id) ?? null)}
        autofocus
      />
    </Dialog>
  )
}

function customersBy(search: string): PlainListQuery<'customers'> {
  return {
    what: 'list',
    collection: 'customers',
    filter: [],
    search,
    sort: [{ field: 'name', down: false }],
    group: [],
    from: 0,
    to: OFFERED,
  }
}
