/** Programs that read what is printed: a PDF's words, its pages as pictures, codes in pictures. */
export const PDF_TO_TEXT = '/usr/bin/pdftotext'
export const PDF_TO_PICTURE = '/usr/bin/pdftoppm'
export const READ_CODES = '/usr/bin/zbarimg'
/** A spreadsheet program, without a window: opens a workbook and writes it as CSV. */
export const OPEN_WORKBOOKS = '/usr/bin/soffice'
