import type { Words } from '../../words.ts'

export const messages: Words['messages'] = {
  notForYou: 'Messages are seen by those who work with customers',
  scopes: { all: 'All', waiting: 'Waiting', failed: 'Failed', doubtful: 'Outcome unknown' },
  empty: {
    title: 'Nothing has been sent yet',
    text: 'Letters and SMS will stand here: those that you wrote, and those that rules send. “Write” is in the card of an order and of a customer.',
  },
  notBefore: 'goes not before {{when}}',
  attempts: { one: '{{n}} attempt to send', other: '{{n}} attempts to send' },
  cancel: 'Cancel sending',
  cancelled: 'Sending is cancelled',
  again: 'Send again',
  asked: 'The message waits to be sent again',
  againAsk: 'Send once more?',
  againText: 'Nobody knows whether the message has gone. If it has, it will be received twice.',
  write: {
    title: 'Write',
    send: 'Send',
    look: 'As it will be read',
    change: 'Change',
    offline: 'There is no connection. The message is kept on this device and goes when there is one.',
    kept: 'The message stands among the outgoing, it goes in half a minute',
    keptOffline: 'The message goes when there is a connection',
    to: { letter: 'olga@salon.ru', sms: '+7 921 123-45-67' },
    from: { company: 'Company', author: 'Me' },
    knownFiles: {
      one: 'Enclose a file of the order or of the customer: {{n}}',
      other: 'Enclose files of the order and of the customer: {{n}}',
    },
    large: 'With its files the letter takes {{size}} MB: mail servers mostly take {{most}} MB at most.',
    noTemplate: 'Without a template',
  },
  /** A report that is made and goes with a letter. */
  sendAs: { pdf: 'Send PDF', xlsx: 'Send Excel' },
  noSubject: 'No subject',
  smsParts: { one: '{{n}} SMS', other: '{{n}} SMS' },
  smsLeft: { one: 'the last has room for {{n}} sign', other: 'the last has room for {{n}} signs' },
  smsHint: '{{count}}. Values will stand in the place of parameters, and the SMS may become longer.',
  problems: {
    unknown: '[{{parameter}}]: the basis has no such parameter, brackets will stay in the text',
    empty: '[{{parameter}}]: not filled in in this order',
    open: '[{{parameter}}]: nothing says whether it is a man or a woman. Say how the contact is addressed.',
  },
  check: {
    title: 'Check the template',
    order: 'Order',
    choose: 'Choose an order',
    chooseText: 'Here you will see what the customer gets, and what is missing for it.',
    good: 'All parameters are filled in.',
  },
}
