import CircleCheck from 'lucide-solid/icons/circle-check'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import type { RiskLevel } from '../../../shared/counterparties/risk.ts'
import { IconOf } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { choiceLabel } from '../words/labels.ts'
import './risks.css'

const ICONS = { danger: OctagonAlert, heed: TriangleAlert, quiet: CircleCheck, notKnown: CircleHelp }

/** How much there is to heed of a company: a sign with its word. */
export function RiskSign(props: { readonly level: RiskLevel }) {
  const { t } = useWords()
  return (
    <span class={`risk-sign ${props.level}`}>
      <IconOf icon={ICONS[props.level]} />
      {t(choiceLabel('counterparties', 'risk', props.level))}
    </span>
  )
}
