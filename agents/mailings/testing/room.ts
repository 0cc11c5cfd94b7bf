import type { SMTPServerOptions } from 'smtp-server'
import { customers } from '../../../shared/customers/collections.ts'
import { beginMailing, freezeReaders } from '../../../shared/mailings/acts/commands.ts'
import {
  type Mailing,
  type MailingRecipient,
  mailingRecipients,
  mailings,
} from '../../../shared/mailings/collections.ts'
import { readerId } from '../../../shared/mailings/reader-id.ts'
import { bodyOfText, writeBody } from '../../../shared/messages/body/body.ts'
import { messageTemplates } from '../../../shared/messages/collections.ts'
import type { Draft } from '../../../shared/records/declarations/collection.ts'
import { newEntryId, newId } from '../../../shared/records/keys/id.ts'
import { findIn } from '../../runtime/find.ts'
import { openRoom } from '../../sending/testing/room.ts'
import { RIGHT, startMail, type Verdict } from '../../sending/testing/smtp.ts'
import { mailer } from '../agent.ts'

/** What of a customer a test names. */
type Given = Draft<typeof customers>

/** A company with a mailing, a mail server that takes its letters, and agents that send it. */
export async function openMailings(options: SMTPServerOptions = {}, verdict?: Verdict) {
  const room = await openRoom()
  const server = await startMail({ allowInsecureAuth: true, ...options }, verdict)
  const mail = {
    host: '127.0.0.1',
    port: server.port,
    tls: 'none',
    user: RIGHT.user,
    password: RIGHT.password,
    fromName: 'Ассоль',
    fromAddress: 'news@assol.example',
  } as const
  room.use({ mail })
  const id = newEntryId()
  const documents = ['automation', 'customers/common', `mailings/${id}`]
  const { device } = room
  await device.open(...documents)
  const find = findIn(device)
  const saved = () => device.saved(documents.map((name) => `${room.server.company}/${name}`))
  const mailing = (): Mailing => {
    const found = find(mailings, id)
    if (!found) throw new Error('The mailing is not here')
    return found
  }
  return {
    ...room,
    mail: server,
    mailServer: mail,
    id,
    find,
    saved,
    mailing,
    set: (values: Partial<Draft<typeof mailings>>) => device.write((tx) => tx.set(mailings, id, values)),
    reader: (to: string): MailingRecipient | null => find(mailingRecipients, readerId(id, to)),
    /** How its readers stand, by address. */
    stands: () =>
      Object.fromEntries(
        [...device.rowsIn(`${room.server.company}/mailings/${id}`, mailingRecipients)].map(({ to, state }) => [
          to,
          state,
        ]),
      ),
    /** Begins a mailing to customers of these addresses; gives the customers' ids. */
    async begin(
      to: readonly string[],
      values: Partial<Draft<typeof mailings>> = {},
      { text = 'Новинки для [Покупатель]', given = {} as Given } = {},
    ): Promise<readonly string[]> {
      const template = newEntryId()
      const made = to.map((address) => ({ customer: newId('common', Date.now()), to: address }))
      device.write((tx) => {
        const body = writeBody(bodyOfText(text))
        tx.create(messageTemplates, template, {
          name: 'Новости',
          way: 'letter',
          sort: 'mailing',
          subject: 'Новости',
          body,
        })
        for (const one of made)
          tx.create(customers, one.customer, { name: `Покупатель ${one.to}`, email: one.to, ...given })
        tx.create(mailings, id, { name: 'Новости', way: 'letter', state: 'prepared', template, ...values })
        const readers = made.map((one) => ({ ...one, contact: null, name: one.to, because: 'Список' }))
        freezeReaders(tx, { id, readers })
        beginMailing(tx, { id, all: made.length })
      })
      await saved()
      return made.map(({ customer }) => customer)
    },
    /** Starts the agent. */
    startMailer: () => room.startSender(undefined, mailer),
    async close() {
      await room.close()
      await server.stop()
    },
  }
}

export type MailingRoom = Awaited<ReturnType<typeof openMailings>>
