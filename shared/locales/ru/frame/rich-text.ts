/** Texts with looks and parameters, and their tools. */
export const richText = {
  toolbar: 'Оформление текста',
  tools: {
    bold: 'Жирный',
    italic: 'Курсив',
    underline: 'Подчеркнутый',
    strike: 'Зачеркнутый',
    heading: 'Заголовок',
    subheading: 'Подзаголовок',
    bullets: 'Список',
    numbers: 'Нумерованный список',
  },
  link: {
    title: 'Ссылка',
    address: 'Адрес ссылки',
    put: 'Поставить ссылку',
    remove: 'Убрать ссылку',
    wrong: 'Ссылка ведет на сайт, почту или телефон: salon.ru, olga@salon.ru, +7 921 123-45-67',
  },
  parameter: 'Параметр',
  parameters: 'Параметры',
  findParameter: 'Найти параметр',
  noParameter: 'Такого параметра нет',
} as const
