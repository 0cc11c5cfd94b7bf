/**
 * Gives somebody who takes blobs only in this very moment what is still being made. Where he refuses, making it ends too, by
 * the signal; where it cannot be made, that is the failure, which says more than his.
 */
export async function copied<Made>(
  making: (refused: AbortSignal) => Promise<Made>,
  take: (made: Promise<Made>) => Promise<void>,
): Promise<Made> {
  const refused = new AbortController()
  const made = making(refused.signal)
  const taken = taking(made, take).catch((error: unknown) => {
    refused.abort(error)
    throw error
  })
  const [result] = await Promise.all([made, taken])
  return result
}

/** Asked at once; a refusal that is thrown is one that is given. */
async function taking<Made>(made: Promise<Made>, take: (made: Promise<Made>) => Promise<void>): Promise<void> {
  await take(made)
}
