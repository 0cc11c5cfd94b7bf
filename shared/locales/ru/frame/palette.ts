/** The palette of commands. */
export const palette = {
  label: 'Заказ, покупатель, команда…',
  button: 'Найти',
  opened: 'Недавние',
  recent: 'Недавние команды',
  nothing: 'Ничего не найдено. Ищите по номеру, имени, телефону, ИНН или названию команды.',
  all: 'Показать все: {{n}}',
  inList: 'Показать списком: {{name}}',
  filters: 'Где искать',
  everywhere: 'Везде',
  whose: 'Чьи',
  anybody: 'Все сотрудники',
  preparing: 'Поиск еще готовится: {{done}} из {{total}}.',
  begin: 'Создать',
  commands: 'Настроить',
  theme: 'Оформление: {{name}}',
  language: 'Язык: {{name}}',
} as const
