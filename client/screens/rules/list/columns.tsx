import { type Accessor, createMemo, Show } from 'solid-js'
import { kinds } from '../../../../shared/orders/collections.ts'
import { type Rule, rules } from '../../../../shared/rules/collections.ts'
import { createEvery, createQuery } from '../../../data/page/solid.tsx'
import type { Item } from '../../../data/queries/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { Toggle } from '../../../ui/inputs/toggles/checkbox.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Switches a rule on and off in its list. */
export function OnCell(props: { readonly row: Item }) {
  const { t } = useWords()
  const acts = useActs()
  const mayWrite = useMayWrite('rules')
  const name = () => String(props.row.name ?? t('common.nameless'))
  const turn = (on: boolean) =>
    acts.run(
      'setRecord',
      { collection: 'rules', id: props.row.id, values: { on } },
      t(on ? 'rules.turnedOn' : 'rules.turnedOff', { name: name() }),
    )
  return (
    <Toggle
      bare
      label={t('rules.isOn', { name: name() })}
      checked={props.row.on === true}
      readOnly={!mayWrite}
      onCommit={turn}
    />
  )
}

/** What a list of rules shows besides fields: the kinds that a rule is for, when it ran last, how often it failed. */
export function createRuleColumns(): Accessor<readonly Column<Item>[]> {
  const { t, format } = useWords()
  const tallies = createQuery(() => ({ what: 'tallies' }) as const)
  const tallyOf = (row: Item) => tallies()?.rules[row.id]
  const kindsOf = createKindNames()
  return createMemo((): Column<Item>[] => [
    {
      id: 'kinds',
      title: t('records.rules.fields.kinds'),
      width: 200,
      yields: 6,
      cell: (row) => <span class="cut">{kindsOf(row.id)}</span>,
    },
    {
      id: 'last',
      title: t('rules.list.last'),
      width: 150,
      yields: 4,
      cell: (row) => (
        <Show when={tallyOf(row)?.last} fallback={<span class="dim">{t('rules.list.never')}</span>}>
          {(last) => format.when(last())}
        </Show>
      ),
    },
    {
      id: 'failed',
      title: t('rules.list.failed'),
      width: 110,
      align: 'end',
      yields: 5,
      cell: (row) => <Show when={tallyOf(row)?.failed}>{(n) => <span class="loss">{format.integer(n())}</span>}</Show>,
    },
  ])
}

/** The names of the kinds that a rule is for, by its id. */
function createKindNames(): (id: string) => string {
  const { t } = useWords()
  const [allRules, allKinds] = [createEvery(rules), createEvery(kinds)]
  const byId = createMemo(() => new Map(allRules().map((rule): [string, Rule] => [rule.id, rule])))
  const names = createMemo(() => new Map(allKinds().map(({ id, name }) => [id, name])))
  return (id) => {
    const chosen = byId().get(id)?.kinds ?? []
    if (chosen.length === 0) return t('rules.allKinds')
    return chosen.map((kind) => names().get(kind) ?? t('common.nameless')).join(', ')
  }
}
