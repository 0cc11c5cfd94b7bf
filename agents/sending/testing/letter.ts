import { type Letter, messageIdOf } from '../letters/letter.ts'

/** A letter as a rule makes it. */
export const LETTER: Letter = {
  messageId: messageIdOf('2026q4-1', 0, 'shop@example.ru'),
  from: { name: 'Салон «Заря»', address: 'shop@example.ru' },
  replyTo: null,
  to: ['anna@example.com'],
  cc: [],
  bcc: [],
  thread: { inReplyTo: null, references: [] },
  subject: 'Заказ № 7 принят',
  text: 'Добрый день! Ваш заказ принят.',
  html: '<p>Добрый день! Ваш <b>заказ</b> принят.</p>',
  isAutomatic: true,
  date: new Date('2026-11-28T10:00:00Z'),
  enclosures: [],
}
