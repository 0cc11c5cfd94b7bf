import type { Item } from '../../../data/queries/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { Toggle } from '../../../ui/inputs/toggles/checkbox.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createRuleSaving } from '../writing.ts'

/** Switches a rule on and off in its list. */
export function OnCell(props: { readonly row: Item }) {
  const { t } = useWords()
  const acts = useActs()
  const save = createRuleSaving()
  const mayWrite = useMayWrite('rules')
  const name = () => String(props.row.name ?? t('common.nameless'))
  const turn = (on: boolean) =>
    acts.attempt(async () => {
      const { act } = await save(props.row.id, { on })
      acts.said(t(on ? 'rules.turnedOn' : 'rules.turnedOff', { name: name() }), act)
    })
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
