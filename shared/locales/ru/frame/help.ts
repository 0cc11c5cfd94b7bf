/** The guide beside the screen. */
export const help = {
  title: 'Справка',
  open: 'Справка по этому экрану',
  close: 'Закрыть справку',
  back: 'Назад',
  find: 'Найти в справке',
  found: 'Найдено в справке',
  here: 'Об этом экране',
  named: 'Справка: {{title}}',
  missing: 'Такой страницы в справке нет',
  nothing: { title: 'Ничего не нашлось', text: 'Попробуйте другое слово.' },
} as const
