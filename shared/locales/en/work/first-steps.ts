import type { Words } from '../../index.ts'

/** From nothing to the first order. */
export const firstSteps: Words['firstSteps'] = {
  title: 'First steps',
  lead: 'From an empty program to the first order in ten minutes. Steps can be passed over and come back to: the program sees by itself what is done.',
  progress: '{{done}} of {{all}} done',
  done: 'Done',
  passed: 'Passed over',
  pass: 'Pass over',
  next: 'Next',
  aside: 'Do not show on the home page',
  takeUp: 'Show on the home page again',
  finished: {
    title: 'Everything is ready',
    text: 'What is next: rules, mail and reports. Help beside any screen: F1.',
    orders: 'To the orders',
  },
  home: {
    title: 'Where to begin',
    left: {
      one: '{{n}} step to the first order',
      other: '{{n}} steps to the first order',
    },
    go: 'Open the first steps',
    aside: 'Put aside',
  },
  steps: {
    company: {
      title: 'Company and details',
      text: 'In whose name you work. INN and address stand on invoices and contracts; the rest can wait.',
      more: 'All details, accounts, seal and signature',
    },
    money: {
      title: 'Currency and time zone',
      text: 'The books are in this currency, and days begin by this time. Taken from your computer: check it.',
      zone: 'Time zone',
      currency: 'Currency of the books',
      fixed: 'There are orders already, so the currency cannot be changed here.',
    },
    features: {
      title: 'What you need',
      text: 'The program can do a lot. Begin with the main things: switch the rest on when you need it.',
      more: 'Choose one by one',
    },
    people: {
      title: 'People',
      text: 'Invite those who take orders: each gets a link. Working alone? Pass this step over.',
      name: 'Name',
      add: 'Add',
      added: '{{name}} is added',
      more: 'Invite and choose a role',
    },
    process: {
      title: 'How an order goes',
      text: 'The states that an order passes through. Take a ready process; it can be changed later.',
      take: 'Take',
      taken: 'The process is taken: {{name}}',
      is: 'Taken',
      more: 'Make your own',
    },
    goods: {
      title: 'Goods and services',
      text: 'Type the first three, or take all of them from a file.',
      name: 'Name {{n}}',
      price: 'Price {{n}}',
      save: 'Save',
      saved: { one: '{{n}} product is saved', other: '{{n}} products are saved' },
      more: 'Take from a file',
      list: 'Open the goods',
    },
    customers: {
      title: 'Customers',
      text: 'Type the first one, or take all of them from a file.',
      name: 'Company or person',
      phone: 'Phone',
      save: 'Save',
      saved: 'The customer is saved: {{name}}',
      more: 'Take from a file',
    },
    order: {
      title: 'The first order',
      text: 'A customer and one line: the rest can wait. “Record” gives the order its number.',
      begin: 'Make an order',
    },
  },
  trades: {
    kitchens: { name: 'Kitchens and furniture to measure', about: 'Measuring, design, production, mounting' },
    services: { name: 'Services', about: 'Contract, payment, work; and work orders' },
    wholesale: { name: 'Wholesale', about: 'Invoice, payment, picking, shipping' },
    repair: { name: 'Repair', about: 'Diagnosis, estimate, parts, work' },
    retail: { name: 'Shop and web shop', about: 'From the site, confirmed, picked, given out' },
  },
}
