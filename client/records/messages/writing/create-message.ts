import { createEffect, on, onCleanup } from 'solid-js'
import type { PhoneRecord } from '../../../../shared/calls/collections.ts'
import { contactOf } from '../../../../shared/customers/contact-of.ts'
import type { MailAccount } from '../../../../shared/letters/collections.ts'
import type { MessageTemplate, Way } from '../../../../shared/messages/collections.ts'
import type { LetterSender } from '../../../../shared/messages/letter-sender.ts'
import { createQuery, useData } from '../../../data/page/solid.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { createPeopleAt } from '../../events/people-at.ts'
import { aboutOf, dropDraft, freeId, keepDraft, ownFiles } from './begun/opening.ts'
import type { MessageStart } from './begun/start.ts'
import type { Ground, Opened, Typed } from './begun/typed.ts'
import type { Keeping } from './draft/drafts.ts'
import type { KnownVersions } from './draft/elsewhere.ts'
import { createTyping } from './draft/typing.ts'
import { useRecalling } from './recalled/recalling.ts'
import { createChosenAccount } from './sender/chosen-account.ts'
import { createChosenPhone } from './sender/chosen-phone.ts'
import { createChosenSender } from './sender/chosen-sender.ts'

/** So long what was sent can be called off, ms. */
const UNDO_WITHIN = 10_000
/** So long after the last key a draft is kept on this device, ms. */
const KEEP_AFTER = 400
/** And so long for his other devices, ms: each time it is written whole. */
const SHARE_AFTER = 3_000

/** A message that is being written, over what the card says that it is begun from. */
export function createMessage(start: MessageStart, opened: Opened) {
  const data = useData()
  const typing = createTyping(start, opened)
  const { typed, change } = typing
  const files = createQuery(() => ({ what: 'files', about: aboutOf(opened.id) }) as const)
  const own = () => files()?.files ?? []
  const draft = createDraft(start, { ...typing, id: opened.id, hasFiles: () => own().length > 0 })
  const put = (values: Partial<Typed>) => change((before) => ({ ...before, ...values }))
  const { sender, setSender } = createChosenSender()
  const { accounts, account } = createChosenAccount(() => typed().account)
  const texting = createChosenPhone(() => typed().phone)
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
  const setWay = (way: Way) => change(({ to: _, ...before }) => ({ ...before, way, template: null, problems: [] }))
  const setContact = (chosen: string | null) => change(({ to: _, ...before }) => ({ ...before, contact: chosen }))
  return {
    id: opened.id,
    typed,
    put,
    note: typing.note,
    own,
    people,
    contact,
    ways,
    to,
    fill,
    setWay,
    setContact,
    sender,
    setSender,
    accounts,
    account,
    ...texting,
    drop: draft.drop,
    isElsewhere: typing.isElsewhere,
    isUntouched: typing.isUntouched,
    send: createSending(start, opened.id, {
      typed,
      to,
      contact,
      sender,
      account,
      phone: texting.phone,
      drop: draft.drop,
    }),
  }
}

interface Drafted {
  readonly id: string
  readonly known: KnownVersions
  readonly standing: () => Typed
  readonly hasFiles: () => boolean
  readonly changes: () => unknown
  readonly isFollowing: () => boolean
}

/** Keeps what is written until it is sent: soon on this device, later for others; at once where the page is left. */
function createDraft(start: MessageStart, { id, known, standing, hasFiles, changes, isFollowing }: Drafted) {
  const data = useData()
  const opened = () => {
    const typed = standing()
    return isBlank(typed) && !hasFiles() ? null : { id, typed }
  }
  const keep = (how: Keeping) => () => {
    const version = opened()
    if (version) known.add(version)
    void keepDraft(data, start, version, how)
  }
  const here = createDelay(KEEP_AFTER, keep('here'))
  const everywhere = createDelay(SHARE_AFTER, keep('everywhere'))
  let isOver = false
  const later = () => {
    // Who follows keeps nothing: it is older by then.
    if (isOver || isFollowing()) return
    here.begin()
    everywhere.begin()
  }
  createEffect(on([changes, hasFiles], later, { defer: true }))
  window.addEventListener('pagehide', here.endNow)
  onCleanup(() => {
    window.removeEventListener('pagehide', here.endNow)
    here.end()
    everywhere.endNow()
  })
  return {
    drop: () => {
      isOver = true
      here.end()
      everywhere.end()
      return dropDraft(data, start, id)
    },
  }
}

/** Does something so long after it was last begun, ms. */
function createDelay(after: number, work: () => void) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(waiting)
    waiting = undefined
  }
  const now = () => {
    end()
    work()
  }
  return {
    begin: () => {
      clearTimeout(waiting)
      waiting = setTimeout(now, after)
    },
    end,
    /** At once, where it was begun. */
    endNow: () => waiting !== undefined && now(),
  }
}

function isBlank({ to, subject, body, papers, files }: Typed): boolean {
  return !to && !subject && !body && papers.length + files.length === 0
}

interface Written {
  readonly typed: () => Typed
  readonly to: () => string | null
  readonly contact: () => string | null
  readonly sender: () => LetterSender
  readonly account: () => MailAccount | null
  readonly phone: () => PhoneRecord | null
  /** It is no draft any more. */
  readonly drop: () => Promise<void>
}

/** Puts what was written among the outgoing messages; until it has gone it is called off in the message that says so. */
function createSending(start: MessageStart, id: string, written: Written) {
  const { typed, to, contact, sender, account, phone, drop } = written
  const { t, format } = useWords()
  const data = useData()
  const recall = useRecalling()
  const toasts = useToasts()
  const status = createQuery(() => ({ what: 'status' }) as const)
  const keptText = () => {
    const when = typed().notBefore
    if (when && when > Date.now() + UNDO_WITHIN) return t('messages.write.keptLater', { when: format.when(when) })
    return t(status()?.online === false ? 'messages.write.keptOffline' : 'messages.write.kept')
  }
  return async () => {
    const { way, subject, body, papers, template, order, files } = typed()
    const enclosed = way === 'letter' ? [...(await ownFiles(data, id)), ...files] : []
    const { cc = [], bcc = [], quote = null, answers = null, forwards = null, notBefore = null } = typed()
    const asLetter = { cc, bcc, quote, answers, forwards, account: account()?.id ?? null }
    const own = await freeId(data, id)
    await data.run('writeMessage', {
      ...{ id: own, way, to: to() ?? '', body: body ?? '', contact: contact(), customer: start.customer },
      ...{ order: order?.id ?? null, template: template?.id ?? null, papers: way === 'letter' ? papers : [] },
      files: enclosed,
      ...(subject !== null && { subject }),
      ...(way === 'letter' ? { ...asLetter, sender: sender() } : { phone: phone()?.id ?? null }),
      delay: UNDO_WITHIN,
      notBefore,
    })
    await drop()
    toasts.show({
      text: keptText(),
      action: { label: t('messages.cancel'), run: () => void recall(own, start) },
    })
  }
}
