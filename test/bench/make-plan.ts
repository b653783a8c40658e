import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { renderDocument } from '#documents/layout/render-document.ts'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { attachToForeign } from './attach-to-foreign.ts'
import type { Absent, Bench, BenchResult, Task } from './bench-definition.ts'
import { startChromium } from './chromium-peer.ts'
import { findOffice, printWithOffice } from './libre-office-peer.ts'
import { planAsDocument } from './plan-as-document.ts'
import { pageTemplates, planAsHtml } from './plan-as-html.ts'
import { printWithPdfmake } from './plan-as-pdfmake.ts'
import { planContent, planJson, tableCount } from './plan-content.ts'
import { playMatch } from './play-match.ts'
import { makeIdentity, signAtDesk } from './signing-desk.ts'

const pages = 16

/** The unsigned plan of the benches. Throws if it has not exactly the pages that their titles say. */
export async function renderPlan(): Promise<Uint8Array> {
  const rendered = await renderDocument(planAsDocument(planContent))
  if (!rendered.ok) throw new Error(`the plan was refused: ${JSON.stringify(rendered.error)}`)
  if (rendered.value.pages !== pages) throw new Error(`the plan has ${rendered.value.pages} pages, not ${pages}`)
  return rendered.value.bytes
}

function pagesOf(bytes: Buffer): string {
  const file = new PdfFile(bytes)
  const count = file.dictionary(file.catalog.get('Pages')).get('Count')
  return `${String(count)} pages, ${Math.round(bytes.length / 1024)} KiB`
}

function officeTask(folder: string): Task | Absent {
  const name = 'LibreOffice, headless, from HTML: no attachment, no signature'
  const office = findOffice()
  return office === undefined ? { name, absent: 'not installed' } : { name, run: () => printWithOffice(office, folder) }
}

async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'hemvag-bench-'))
  const html = join(folder, 'plan.html')
  writeFileSync(html, planAsHtml(planContent, new URL('../../resources/fonts/', import.meta.url).href))
  const browser = await startChromium(pathToFileURL(html).href, pageTemplates(planContent))
  try {
    const identity = makeIdentity('rsa-3072')
    const ours = async () => signAtDesk(await renderPlan(), identity)
    const printed = async () => signAtDesk(attachToForeign(await browser.print(), planJson), identity)
    const office = officeTask(folder)
    const rows = await playMatch({
      own: { name: 'tagged PDF/A plan + attachment + signature', run: ours },
      others: [
        { name: 'Chromium, warm, tagged print of HTML + attachment + signature, both by our core', run: printed },
        { name: 'Chromium, warm, tagged print of HTML: no attachment, no signature', run: browser.print },
        { name: 'pdfmake as it is: no tags, no PDF/A, no attachment, no signature', run: () => printWithPdfmake(planContent) },
        office,
      ],
      rounds: 15,
      warmUps: 3,
    })
    return {
      rows,
      smallPrint: [
        `ours ${pagesOf(await ours())}; Chromium ${pagesOf(await printed())}; pdfmake ${pagesOf(await printWithPdfmake(planContent))}`,
        ...('run' in office ? [`LibreOffice ${pagesOf(printWithOffice(findOffice() ?? '', folder))}`] : []),
        `${tableCount} tables; RSA-3072; ours is laid out in its worker; node ${process.version}`,
      ],
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const makePlan: Bench = { name: 'P1', title: `make a ${pages}-page plan with ${tableCount} tables, attach its data, sign it`, run }
