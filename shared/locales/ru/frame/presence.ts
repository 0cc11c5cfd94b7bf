/** Who else is here, where, and what he does there. */
export const presence = {
  online: { one: 'В сети еще {{n}}', few: 'В сети еще {{n}}', many: 'В сети еще {{n}}', other: 'В сети еще {{n}}' },
  watch: 'Смотрят: {{names}}',
  edits: '{{name}} заполняет это поле',
  looks: 'смотрит',
  editing: 'редактирует',
  nowhere: 'Записей не открыто',
  self: '{{device}}, это вы',
  somebody: 'Без имени',
} as const
