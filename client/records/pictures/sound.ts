/** Whether a picture, `data:image/…;base64,…`, can be read. */
export async function isSound(image: string): Promise<boolean> {
  try {
    const bytes = Uint8Array.from(atob(image.slice(image.indexOf(',') + 1)), (sign) => sign.charCodeAt(0))
    ;(await createImageBitmap(new Blob([bytes]))).close()
    return true
  } catch (error) {
    // What `atob` and the decoder say of bytes that are no picture.
    if (error instanceof DOMException) return false
    throw error
  }
}
