/** «История»: what was done to a record, by whom and when. */
export const history = {
  away: 'История хранится на сервере, а связи с ним сейчас нет. Ниже то, что знает само устройство.',
  earlier: 'Показать, что было раньше',
  empty: 'Изменений пока нет',
  unsent: 'еще не отправлено',
  late: 'на сервере {{when}}',
  server: 'Сервер',
  made: 'Запись создана',
  removed: 'Запись удалена',
  restored: 'Запись восстановлена',
  undoes: 'отмена перехода',
  entry: {
    added: 'добавлено:',
    removed: 'удалено:',
    restored: 'возвращено:',
    placed: 'переставлено:',
    bringBack: 'Вернуть удаленное',
  },
  bringBack: 'Вернуть это значение',
  /** Said behind it. */
  value: '({{label}}: {{value}})',
} as const
