import { For } from 'solid-js'
import type { Sort } from '../../../shared/orders/collections.ts'
import type { PaperKind } from '../../../shared/print/trade/kinds.ts'
import { Checkbox } from '../../ui/inputs/toggles/checkbox.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { fieldLabel } from '../words/labels.ts'
import './papers-choice.css'

interface PapersChoiceProps {
  readonly sort: Sort
  readonly chosen: readonly string[]
  readonly readOnly?: boolean | undefined
  readonly onChange: (papers: readonly string[]) => unknown
}

/** Which papers of an order go with a letter. */
export function PapersChoice(props: PapersChoiceProps) {
  const { t } = useWords()
  const kinds = (): readonly PaperKind[] => [props.sort, 'act']
  const turn = (kind: PaperKind, isOn: boolean) =>
    props.onChange(isOn ? [...props.chosen, kind] : props.chosen.filter((one) => one !== kind))
  return (
    <fieldset class="papers-choice">
      <legend>{t(fieldLabel('messageTemplates', 'papers'))}</legend>
      <For each={kinds()}>
        {(kind) => (
          <Checkbox
            label={t(`papers.kinds.${kind}`)}
            checked={props.chosen.includes(kind)}
            disabled={props.readOnly}
            onCommit={(isOn) => turn(kind, isOn)}
          />
        )}
      </For>
    </fieldset>
  )
}
