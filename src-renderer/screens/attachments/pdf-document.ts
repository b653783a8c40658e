import { getDocument, PDFWorker } from 'pdfjs-dist'
import Worker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker'

/** A PDF that can be drawn. Nothing in it is run: no script, no form, no link. */
export type PdfDocument = {
  readonly pages: number
  /** Draws a page; a scale of 1 is a point to a CSS pixel. Drawing that a later one has overtaken ends without a word. */
  draw(canvas: HTMLCanvasElement, page: number, scale: number): Promise<void>
  /** Width of a page in points. */
  widthOf(page: number): Promise<number>
  close(): void
}

/** Pixels of the largest picture inside a PDF, and of the largest page that is drawn. */
const mostPixels = 64_000_000
const mostCanvasPixels = 24_000_000

/** Reads a PDF in a worker of the window's own origin. Maps, fonts and decoders are files of the window; WebAssembly stays off. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PdfDocument> {
  const port = new Worker()
  const worker = PDFWorker.create({ port })
  const loading = getDocument({
    data: bytes,
    worker,
    cMapUrl: '/pdf/cmaps/',
    standardFontDataUrl: '/pdf/standard_fonts/',
    wasmUrl: '/pdf/wasm/',
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: mostPixels,
    verbosity: 0,
  })
  const close = (): void => {
    void loading.destroy().finally(() => {
      worker.destroy()
      port.terminate()
    })
  }
  try {
    const document = await loading.promise
    let drawing: { cancel(): void } | undefined
    return {
      pages: document.numPages,
      close,
      widthOf: async (number) => (await document.getPage(number)).getViewport({ scale: 1 }).width,
      async draw(canvas, number, scale) {
        drawing?.cancel()
        const page = await document.getPage(number)
        const natural = page.getViewport({ scale })
        const most = Math.sqrt(mostCanvasPixels / (natural.width * natural.height))
        const viewport = page.getViewport({ scale: scale * Math.min(devicePixelRatio, most) })
        canvas.width = Math.floor(viewport.width)
        canvas.height = Math.floor(viewport.height)
        canvas.style.inlineSize = `${natural.width}px`
        const task = page.render({ canvas, viewport })
        drawing = task
        await task.promise.catch((error: unknown) => {
          if (!(error instanceof Error) || error.name !== 'RenderingCancelledException') throw error
        })
      },
    }
  } catch (error) {
    close()
    throw error
  }
}
