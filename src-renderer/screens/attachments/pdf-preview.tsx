import { type ReactNode, useEffect, useRef, useState } from 'react'
import { nextPage, type PagesContext, previousPage, zoomIn, zoomOut } from '../../app/actions/attachments.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import css from './attachments.module.css'
import type { PdfDocument } from './pdf-document.ts'

type Given = { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string; readonly onSpoiled: () => void }

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
const fits = 2

/** Pages of a PDF drawn one at a time, first as wide as the pane. */
export function PdfPreview({ bytes, name, onSpoiled }: Given): ReactNode {
  const { t } = useSpeech()
  const document = usePdf(bytes, onSpoiled)
  const [page, setPage] = useState(1)
  const [step, setStep] = useState(fits)
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(0)
  useEffect(() => {
    const [on, within] = [canvas.current, frame.current]
    if (document === undefined || on === null || within === null) return
    void drawFitting(document, on, within, page, steps[step] ?? 1).then(() => setDrawn(page), onSpoiled)
  }, [document, page, step, onSpoiled])
  if (document === undefined) return <p role="status">{t('attachment.loading')}</p>
  const context: PagesContext = {
    page,
    pages: document.pages,
    goTo: setPage,
    zoom: (by) => setStep((now) => Math.min(steps.length - 1, Math.max(0, now + by))),
  }
  return (
    <>
      <div className={css['tools']}>
        <ActionButton action={previousPage} context={context} look="bar" />
        <ActionButton action={nextPage} context={context} look="bar" />
        <span role="status">{t('attachment.page', { n: page, of: document.pages })}</span>
        <ActionButton action={zoomOut} context={context} look="bar" />
        <ActionButton action={zoomIn} context={context} look="bar" />
        <span>{t('attachment.zoom', { percent: (steps[step] ?? 1) * 100 })}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={frame} className={css['frame']} tabIndex={0} data-drawn={drawn}>
        <canvas ref={canvas} role="img" aria-label={t('attachment.pageOf', { what: name, n: page, of: document.pages })} />
      </div>
    </>
  )
}

async function drawFitting(document: PdfDocument, on: HTMLCanvasElement, within: HTMLElement, page: number, zoom: number): Promise<void> {
  const room = within.clientWidth - 16
  await document.draw(on, page, (room / (await document.widthOf(page))) * zoom)
}

/** The library comes with the first PDF that is shown. */
function usePdf(bytes: Uint8Array<ArrayBuffer>, onSpoiled: () => void): PdfDocument | undefined {
  const [document, setDocument] = useState<PdfDocument>()
  useEffect(() => {
    let left = false
    let opened: PdfDocument | undefined
    // The worker takes the bytes it is given.
    const opening = import('./pdf-document.ts').then(({ openPdf }) => openPdf(bytes.slice()))
    opening.then(
      (made) => {
        opened = made
        if (left) made.close()
        else setDocument(made)
      },
      () => (left ? undefined : onSpoiled()),
    )
    return () => {
      left = true
      opened?.close()
      setDocument(undefined)
    }
  }, [bytes, onSpoiled])
  return document
}
