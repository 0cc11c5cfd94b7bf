import { createTransport } from 'nodemailer'
import { type Letter, mailOf } from './letter.ts'

const composer = createTransport({ streamTransport: true, buffer: true })

/** A whole letter as its writer keeps it: hidden readers are named. */
export async function rawOf(letter: Letter): Promise<Uint8Array<ArrayBuffer>> {
  const { message } = await composer.sendMail(mailOf(letter))
  if (!Buffer.isBuffer(message)) throw new TypeError('A composed letter is no buffer')
  return new Uint8Array(message)
}
