/** Devices of an account: where it is signed in and what is kept there. */
export const devices = {
  here: 'это устройство',
  online: 'в сети',
  seen: 'было в сети {{when}}',
  signedIn: 'вход выполнен',
  signedOut: 'вход завершен, данные остались',
  none: 'Устройств нет.',
  more: 'Действия с устройством «{{name}}»',
  signOut: 'Завершить вход',
  signedOutDone: 'Вход на устройстве «{{name}}» завершен',
  waiting: 'данные сотрутся, когда устройство выйдет в сеть',
  wiped: 'данные стерты {{when}}',
  lost: {
    one: 'не отправлено {{n}} изменение',
    few: 'не отправлено {{n}} изменения',
    many: 'не отправлено {{n}} изменений',
    other: 'не отправлено {{n}} изменения',
  },
} as const
