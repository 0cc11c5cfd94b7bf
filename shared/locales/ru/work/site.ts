/** What the company’s site writes by itself: into orders that come from it, and to those who ordered. */
export const site = {
  order: {
    priceDiffers: '«{{name}}»: на сайте было {{shown}}, сегодня {{price}}',
    noPrice: 'цены нет',
    gone: '«{{name}}» больше не продается на сайте: строка без товара',
    tooLarge: '«{{name}}»: {{quantity}} × {{shown}} — больше, чем может быть в заказе; проверьте вместе с покупателем',
    address: 'Адрес: {{address}}',
    note: 'Покупатель пишет: {{note}}',
    consent: 'Согласие на обработку персональных данных дано {{when}} на сайте, с заказом.',
    news: 'Согласие на новости компании дано {{when}} на сайте, с заказом.',
    nobody: 'Покупатель с сайта',
  },
  letter: {
    subject: 'Ваш заказ принят: {{name}}',
    subjectNumber: 'Ваш заказ № {{number}} принят: {{name}}',
    hello: 'Здравствуйте!',
    helloTo: 'Здравствуйте, {{name}}!',
    thanks: 'Спасибо за заказ. Мы его получили и скоро свяжемся с вами.',
    thanksNumber: 'Спасибо за заказ. Мы его получили под номером {{number}} и скоро свяжемся с вами.',
    line: '{{name}} — {{quantity}} × {{price}}',
    total: 'Итого: {{total}}',
    page: 'Что с заказом, видно здесь:',
    reach: 'Если что-то не так, ответьте на это письмо или позвоните: {{phone}}',
    reachBack: 'Если что-то не так, ответьте на это письмо.',
  },
} as const
