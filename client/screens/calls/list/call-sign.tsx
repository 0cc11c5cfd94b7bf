import PhoneIncoming from 'lucide-solid/icons/phone-incoming'
import PhoneMissed from 'lucide-solid/icons/phone-missed'
import PhoneOutgoing from 'lucide-solid/icons/phone-outgoing'
import type { CallItem } from '../../../../shared/calls/call-item.ts'
import { spacedNumber } from '../../../../shared/phones/phone.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { IconOf } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** The number of a call behind the sign of which way it went, and whether it was missed. */
export function CallSign(props: { readonly call: Pick<CallItem, 'direction' | 'missed' | 'number' | 'extension'> }) {
  const { t } = useWords()
  const icon = () => {
    if (props.call.missed) return PhoneMissed
    return props.call.direction === 'out' ? PhoneOutgoing : PhoneIncoming
  }
  const said = () =>
    t(
      choiceLabel(
        'calls',
        props.call.missed ? 'state' : 'direction',
        props.call.missed ? 'missed' : (props.call.direction ?? 'in'),
      ),
    )
  const number = () => (props.call.number === null ? t('missedCalls.withheld') : spacedNumber(props.call.number))
  return (
    <span class="table-pair call-sign" classList={{ late: props.call.missed }}>
      <span title={said()}>
        <IconOf icon={icon()} />
        <span class="said">{said()}</span>
      </span>
      <span class="cut">{props.call.extension === null ? number() : `${number()} (${props.call.extension})`}</span>
    </span>
  )
}
