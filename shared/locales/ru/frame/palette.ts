/** The palette of commands. */
export const palette = {
  label: 'Заказ, покупатель, команда…',
  button: 'Найти',
  opened: 'Недавние',
  recent: 'Недавние команды',
  nothing: 'Ничего не найдено. Ищите по номеру, имени, телефону, ИНН или названию команды.',
  more: { one: 'И еще {{n}}', few: 'И еще {{n}}', many: 'И еще {{n}}', other: 'И еще {{n}}' },
  begin: 'Создать',
  commands: 'Настроить',
  theme: 'Оформление: {{name}}',
  language: 'Язык: {{name}}',
} as const
