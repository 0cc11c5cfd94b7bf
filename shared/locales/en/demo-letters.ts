export const demoLetters = {
  account: 'Sales mail',
  signature: 'Kind regards,\nsales of Assol Kitchens\n+7 812 555-01-00',
  strangers: {
    polina: 'Polina Gay',
    rustam: 'Rustam Ilyasov',
    fittings: 'Fittings Plus',
    postmaster: 'Mail Delivery System',
  },
  threads: {
    estimate: {
      subject: 'Estimate for the kitchen',
      ask: 'Good afternoon! Please send the estimate for yesterday’s measuring. We want a quartz worktop, the rest as discussed.',
      send: 'Good afternoon! The estimate is ready: with the quartz worktop it is 48 000 ₽ more. It takes 24 working days.',
      doubt: 'That is rather a lot. And with a stone worktop that looks like wood, and the same fronts?',
      agree:
        'Then the difference is 17 500 ₽. We have reckoned this variant, the fronts stay. Which one shall we make?',
    },
    measure: {
      subject: 'Measuring',
      offer: 'Good afternoon! Our measurer can come on Thursday from 11 to 13. Does it suit you?',
      accept: 'Yes, Thursday is fine. The door phone does not work, please call ten minutes ahead.',
    },
    delivery: {
      subject: 'When is the delivery?',
      ask: 'Hello, which day is the delivery on? We need to book the lift.',
      answer: 'Hello! It is on Tuesday, the van comes between 9 and 12. The driver will call an hour ahead.',
      change: 'Tuesday will not do, can it be Wednesday at the same time?',
    },
    invoice: {
      subject: 'Hotel rooms: plan and invoice',
      plan: 'Good afternoon! Here is the plan of the twelve rooms. Please send the invoice for the prepayment by the contract.',
      bill: 'Good afternoon! We have the plan, the invoice for 50 % follows today. Two rooms differ from what was measured, we will call.',
    },
    fronts: {
      subject: 'Colour of the fronts',
      picture:
        'Good evening! This is the kitchen that we like. Could the fronts be a little warmer, and the handles without gloss?',
    },
    contract: {
      subject: 'Contract for the second half-year',
      ask: 'Colleagues, the contract ends on the 31st. Do we go on under the same terms?',
      answer: 'Good afternoon! The terms stay, so does the discount. You will have the draft by Friday.',
      agree: 'Thank you, we are waiting. Our bank details are the same.',
    },
    thanks: {
      subject: 'Thank you',
      all: 'The bar is in place and looks splendid. Thanks to your team, they even cleaned up!',
    },
    complaint: {
      subject: 'A crack in a front',
      tell: 'Good afternoon. Assembling we found a crack in the front of an upper cupboard. What shall we do?',
      answer: 'Good afternoon! We are sorry. A new front is being made, we will bring and fit it at our cost.',
      when: 'Good. Tell us the day in advance, somebody is at home in the evenings only.',
    },
    designer: {
      subject: 'Working with a designer',
      first:
        'Hello! I am an interior designer with four flats in hand. Do you have terms for designers?\n\nPolina Gay\ninterior designer\n+7 921 555-01-77',
      second:
        'One more thing: the kitchen of the first flat is needed by the end of the month, 3.4 metres, straight. I can send drawings.\n\nPolina Gay\ninterior designer\n+7 921 555-01-77',
    },
    price: {
      subject: 'What does a kitchen cost?',
      ask: 'Good afternoon, what is about the price of a corner kitchen 2.4 by 1.8 m, all included? Rustam, phone +7 911 555-01-93',
    },
    fittings: {
      subject: 'New hinges and lifts: prices of the month',
      news: '12 % off lifts until the end of the month. The price list is on our site.',
    },
    offer: {
      subject: 'Our offer for the kitchen',
      send: 'Good afternoon! As agreed, here is our offer for the corner kitchen.',
      bounce:
        'This is the mail system at host mx.assol.example.\n\nI am sorry to have to inform you that your message could not be delivered.\n\n<rustam@mail.client.example>: host mx.client.example said: 550 5.1.1 User unknown',
    },
    holiday: {
      subject: 'Statement of accounts',
      send: 'Good afternoon! Here is the statement for last month, please sign it.',
      away: 'I am away until Monday. In urgent matters please write to the office. This letter was sent automatically.',
    },
    fair: {
      subject: 'The «Interior and furniture» fair',
      ask: 'Colleagues, will you be at the fair? We would like to have your samples beside our stand.',
      answer: 'Good afternoon! We come with three kitchens. Let us talk about places on Monday.',
    },
    kindergarten: {
      subject: 'Lockers for a cloakroom',
      ask: 'Hello! Do you make lockers for a children’s cloakroom, 24 of them? We need an offer for a tender.',
    },
  },
} as const
