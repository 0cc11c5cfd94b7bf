/** Values that two people wrote without seeing each other's. */
export const apart = {
  title: 'Записано одновременно',
  stands: 'Сейчас:',
  other: 'Одновременно:',
  by: '{{who}}, {{when}}',
  empty: 'пусто',
  bringBack: 'Вернуть это',
  back: 'Значение возвращено',
  keep: 'Оставить как есть',
} as const
