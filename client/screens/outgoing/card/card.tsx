import { messages } from '../../../../shared/messages/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { WholeRecord } from '../../../records/card/whole-record.tsx'
import { createLook } from '../../../records/presence/presence.tsx'
import { Present } from './present.tsx'

interface MessageCardProps {
  readonly id: string
  readonly onClose: () => void
}

/** The card of a message. */
export function MessageCard(props: MessageCardProps) {
  const record = createRecord(messages, () => props.id)
  createLook('messages', () => props.id)
  const here = () => {
    const [message, item] = [record()?.row, record()?.item]
    return message && item ? { message, item } : undefined
  }
  return (
    <WholeRecord isMissing={record()?.row === null} here={here()} onClose={props.onClose}>
      {(found) => <Present {...props} message={found().message} item={found().item} />}
    </WholeRecord>
  )
}
