import type { Words } from '../../words.ts'

export const site: Words['site'] = {
  order: {
    priceDiffers: '“{{name}}”: the site showed {{shown}}, today it is {{price}}',
    noPrice: 'without a price',
    gone: '“{{name}}” is not sold on the site any more: a line without a product',
    tooLarge: '“{{name}}”: {{quantity}} × {{shown}} is more than an order can hold; check it with the customer',
    address: 'Address: {{address}}',
    note: 'The customer writes: {{note}}',
    consent: 'Consent to processing of personal data given {{when}} on the site, with the order.',
    news: 'Consent to the company’s news given {{when}} on the site, with the order.',
    nobody: 'Customer from the site',
  },
  letter: {
    subject: 'Your order is accepted: {{name}}',
    subjectNumber: 'Your order No. {{number}} is accepted: {{name}}',
    hello: 'Hello!',
    helloTo: 'Hello, {{name}}!',
    thanks: 'Thank you for your order. We have it and will be in touch soon.',
    thanksNumber: 'Thank you for your order. We have it under the number {{number}} and will be in touch soon.',
    line: '{{name}} — {{quantity}} × {{price}}',
    total: 'Total: {{total}}',
    page: 'How the order stands is seen here:',
    reach: 'If something is wrong, answer this letter or call {{phone}}',
    reachBack: 'If something is wrong, answer this letter.',
  },
}
