/** Invoices for payment. */
export const invoices = {
  numbered: 'Счет на оплату № {{number}} от {{date}}',
  noNumber: 'без номера',
  one: 'Счет на оплату',
  menu: 'Действия со счетом',
  make: 'Создать счет',
  made: 'Счет создан',
  paidOf: 'оплачено {{paid}} из {{total}}',
  removed: 'Счет удален',
  empty: 'Счетов пока нет',
  emptyText: 'Счет создается в карточке заказа: «Действия с заказом», «Создать на основании».',
} as const
