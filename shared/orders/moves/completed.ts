/** The id of the predefined state «Завершен»: the last of every kind, never removed (product §2). */
export const COMPLETED = 'completed'
