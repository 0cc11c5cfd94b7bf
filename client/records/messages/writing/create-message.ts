import { createSignal } from 'solid-js'
import { contactOf } from '../../../../shared/customers/contact-of.ts'
import type { MessageTemplate, Way } from '../../../../shared/messages/collections.ts'
import type { Problem } from '../../../../shared/messages/filling/problems.ts'
import type { LetterSender } from '../../../../shared/messages/letter-sender.ts'
import { createQuery, useData } from '../../../data/page/solid.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { createPeopleAt } from '../../events/people-at.ts'
import { createChosenSender } from './chosen-sender.ts'
import type { MessageStart } from './start.ts'

/** The order whose values a template takes. */
type Ground = NonNullable<MessageStart['order']> & { readonly name?: string }

/** What is typed in; whom it is for only where that was changed. */
interface Typed {
  readonly way: Way
  readonly contact?: string | null
  readonly to?: string | null
  readonly subject: string | null
  readonly body: string | null
  readonly papers: readonly string[]
  readonly template: MessageTemplate | null
  readonly order: Ground | null
  /** What is to be said of the template's parameters in that order. */
  readonly problems: readonly Problem[]
}

/** A message that is being written, over what the card says that it is begun from. */
export function createMessage(start: MessageStart) {
  const data = useData()
  const [typed, setTyped] = createSignal<Typed>({
    ...{ way: 'letter', subject: null, body: null, papers: [], template: null, problems: [] },
    order: start.order,
  })
  const put = (values: Partial<Typed>) => void setTyped((before) => ({ ...before, ...values }))
  const { sender, setSender } = createChosenSender()
  const people = createPeopleAt(() => start.customer)
  const contact = () => typed().contact ?? contactOf(people.contacts(), start.contact)?.id ?? null
  const ways = () => people.ways(contact(), typed().way)
  const to = () => (typed().to === undefined ? (ways()[0]?.value ?? null) : (typed().to ?? null))
  /** What a template says for an order stands in the fields, to be changed there. */
  const fill = async (template: MessageTemplate | null, order: Ground | null) => {
    put({ template, order, problems: [] })
    if (template === null || order === null) return
    const { subject, body, papers } = template
    const answer = await data.once({ what: 'filled', way: typed().way, subject, body, order: order.id })
    if (answer.filled) put({ ...answer.filled, papers: [...(papers ?? [])] })
  }
  /** Another address is meant, and other templates fit. */
  const setWay = (way: Way) => setTyped(({ to: _, ...before }) => ({ ...before, way, template: null, problems: [] }))
  const setContact = (chosen: string | null) => setTyped(({ to: _, ...before }) => ({ ...before, contact: chosen }))
  return {
    typed,
    put,
    people,
    contact,
    ways,
    to,
    fill,
    setWay,
    setContact,
    sender,
    setSender,
    send: createSending(start, { typed, to, contact, sender }),
  }
}

interface Written {
  readonly typed: () => Typed
  readonly to: () => string | null
  readonly contact: () => string | null
  readonly sender: () => LetterSender
}

/** Puts what was written among the outgoing messages; until it has gone it is called off in the message that says so. */
function createSending(start: MessageStart, { typed, to, contact, sender }: Written) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const status = createQuery(() => ({ what: 'status' }) as const)
  return async () => {
    const { way, subject, body, papers, template, order } = typed()
    const id = await data.newId('messages')
    await data.run('writeMessage', {
      ...{ id, way, to: to() ?? '', body: body ?? '', contact: contact(), customer: start.customer },
      ...{ order: order?.id ?? null, template: template?.id ?? null, papers: way === 'letter' ? papers : [] },
      ...(subject !== null && { subject }),
      ...(way === 'letter' && { sender: sender() }),
    })
    toasts.show({
      text: t(status()?.online === false ? 'messages.write.keptOffline' : 'messages.write.kept'),
      action: {
        label: t('messages.cancel'),
        run: () => void acts.run('cancelMessage', { id }, t('messages.cancelled')),
      },
    })
  }
}
