import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { type Rule, rules } from '../../../shared/rules/collections.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { Catalog } from '../../records/catalog.tsx'
import { useMayRead } from '../../records/rights.ts'
import { Runs } from '../../records/runs/runs.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Below } from './card/below.tsx'
import { createRuleCells } from './list/cells.tsx'
import { Trial } from './trial/trial.tsx'
import { createRuleSaving } from './writing.ts'
import './rules.css'

/** «Правила рабочего процесса»: what is done by itself when something happens to an order. */
export default function RulesScreen() {
  const { t } = useWords()
  const mayRead = useMayRead('rules')
  return (
    <Show
      when={mayRead}
      fallback={
        <Page title={t('records.rules.many')}>
          <EmptyState title={t('rules.notForYou')} />
        </Page>
      }
    >
      <Rules />
    </Show>
  )
}

function Rules() {
  const { t } = useWords()
  const params = useParams<{ id?: string }>()
  const every = createEvery(rules)
  const rule = () => every().find(({ id }) => id === params.id)
  return (
    <Catalog
      collection="rules"
      home="/rules"
      columns={['name', 'on', 'start', 'sort', 'last', 'failed']}
      form={formOf(rule())}
      fresh={{ start: 'changesState', sort: 'customer', lateness: 'always' }}
      cells={createRuleCells()}
      set={createRuleSaving()}
      tabs={(id) => [
        { id: 'runs', label: t('rules.runs.title'), content: () => <Runs of="rules" id={id} /> },
        { id: 'trial', label: t('rules.trial.title'), content: () => <Trial id={id} /> },
      ]}
      below={(id) => <Below id={id} />}
    />
  )
}

/** Hours are asked for where an order is to have stood somewhere. */
function formOf(rule: Rule | undefined): readonly string[] {
  return ['name', 'on', 'start', ...(rule?.start === 'hasStood' ? ['hours'] : []), 'sort']
}
