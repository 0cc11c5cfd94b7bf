/** The board of orders: columns of states, cards, and carrying them. */
export const board = {
  title: 'Доска',
  label: 'Доска: {{kind}}',
  look: { label: 'Как показать', list: 'Список', board: 'Доска' },
  lanes: 'По ответственным',
  nobody: 'Без ответственного',
  states: 'Состояния',
  /** A state in the lane of somebody. */
  cell: '{{state}}: {{lane}}',
  empty: 'Пусто',
  noKinds: {
    title: 'Видов заказов пока нет',
    text: 'Доска показывает один вид: его состояния становятся колонками. Заведите вид в настройках.',
    open: 'Открыть виды заказов',
  },
  missing: { title: 'Такого вида нет', text: 'Вид удален или еще не пришел на это устройство.', open: 'Открыть доску' },
  /** In place of days for an order that came to its state today. */
  today: 'сегодня',
  add: { open: 'Добавить', to: 'Добавить заказ: {{state}}', submit: 'Добавить' },
  put: 'Карточка {{number}} переставлена',
  anyway: 'Все равно переместить',
  hint: 'Пробел: взять карточку и нести стрелками.',
  keys: {
    lead: 'По карточкам доски; взятую карточку нести',
    take: 'Взять карточку, поставить ее',
    open: 'Открыть карточку; взятую поставить',
    back: 'Вернуть взятую карточку',
  },
  said: {
    place: '{{at}}, место {{place}} из {{count}}',
    taken: 'Взята карточка «{{card}}»: {{where}}. Стрелки: нести, Enter: поставить, Escape: вернуть.',
    put: 'Карточка «{{card}}» поставлена: {{where}}.',
    kept: 'Карточка «{{card}}» осталась на своем месте.',
  },
} as const
