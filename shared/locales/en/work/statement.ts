import type { Words } from '../../words.ts'

/** “Payments of the statement”: payments of a bank statement, and what they are for. */
export const statement: Words['statement'] = {
  title: 'Payments of the statement',
  about: {
    one: 'Account {{accounts}}, {{from}} to {{to}}: {{n}} document.',
    other: 'Account {{accounts}}, {{from}} to {{to}}: {{n}} documents.',
  },
  show: 'Show',
  sides: {
    found: 'Found: {{n}}',
    open: 'To sort out: {{n}}',
    present: 'Entered before: {{n}}',
    other: 'Not from customers: {{n}}',
  },
  hints: {
    found: 'What these are for is clear by number, INN, sum and date. Look them over, change what is wrong.',
    open: 'What these are for is not clear. Choose an order or an invoice; without a choice a payment is left out.',
    present: 'These payments stand in their orders already: nothing is added twice.',
    other: 'Money that went out, and moves between your own accounts, are not taken in.',
  },
  order: 'Order {{number}}',
  invoice: 'Invoice {{number}}',
  nobody: 'Payer not told',
  document: 'No. {{number}} of {{date}}',
  reasons: {
    number: 'number in the purpose',
    tail: 'number by its last digits',
    inn: 'payer’s INN',
    name: 'payer’s name',
    sum: 'sum',
    date: 'date in the purpose',
    'other-inn': 'another INN',
    more: 'more than is due',
  },
  leftOut: 'Left out',
  maybe: 'Maybe: {{name}}',
  twice:
    'One payment was entered on several orders, by different devices, and counts on each: {{numbers}}. Undo the needless payment in its order.',
  unposted: '{{name}}: not posted. Post the order and open the statement again.',
  choose: 'Choose',
  change: 'Change',
  chooseFor: 'What payment no. {{number}} of {{payer}} is for',
  over: '{{sum}} more than is due: it stays as an advance.',
  why: {
    present: 'stands in its order already',
    own: 'between your own accounts',
    out: 'money that went out',
  },
  enter: {
    one: 'Take in {{n}} payment of {{sum}}',
    other: 'Take in {{n}} payments of {{sum}}',
  },
  entered: {
    one: '{{n}} payment of {{sum}} is entered.',
    other: '{{n}} payments of {{sum}} are entered.',
  },
  undo: 'Undo the statement',
  dialog: {
    title: 'What the payment is for',
    payment: '{{payer}}: {{sum}}',
    likely: 'Likely',
    nothing: 'Nothing unpaid looks like it.',
    why: 'of {{date}}. {{reasons}}',
    other: 'Another order or invoice',
    find: 'Number or customer',
    none: 'Leave this payment out',
  },
}
