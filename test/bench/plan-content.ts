/** What the plan of the bench says, before anybody sets it: each competitor gets exactly these words. */
export interface ContentColumn {
  readonly title: string
  /** Points, or what is left. */
  readonly width: number | 'fill'
  readonly align?: 'end'
}

export interface ContentTable {
  readonly summary: string
  readonly columns: readonly ContentColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** Stays on one page. */
export interface ContentSection {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly table: ContentTable
  readonly points: readonly string[]
}

export interface PlanContent {
  readonly reference: string
  readonly title: string
  readonly secondLine: string
  readonly classification: string
  readonly footer: string
  readonly sections: readonly ContentSection[]
  readonly signatures: { readonly heading: string; readonly boxes: readonly string[] }
}

const people = ['Ștefan Țepeluș', 'Łukasz Żółkiewski', 'Γιώργος Παπαδόπουλος', 'Олена Шевченко', 'Nguyễn Thị Ánh', 'Åsa Öberg']
const matters = [
  'Mottagning vid ankomst, barnet möts av tolk',
  'Skolplats och stöd under den första terminen',
  'Samtal om hemmet, en timme varje vecka',
  'Läkarbesök med översatt journal',
  'Kontakt med socialtjänsten på orten',
  'Resa med ledsagare, ombokningsbar biljett',
  'Uppföljande besök i familjens bostad',
]
const sources = ['Rapport från mottagaren', 'Utredning, beslutad', 'Intyg av läkare', 'Barnets egna ord, protokoll']

const pick = <Item>(items: readonly Item[], index: number): Item | '' => items[index % items.length] ?? ''
const kronor = (hundreds: number) => `${String(hundreds).replace(/(?=(\d{3})+$)(?!^)/g, '\u00a0')},00`
const day = (index: number) => `2026‑${String((index % 12) + 1).padStart(2, '0')}‑${String((index % 27) + 1).padStart(2, '0')}`

function budget(rows: number, seed: number): ContentTable {
  return {
    summary: 'Poster, antal och belopp',
    columns: [
      { title: 'Kod', width: 30 },
      { title: 'Post', width: 'fill' },
      { title: 'Antal', width: 34, align: 'end' },
      { title: 'Kronor', width: 62, align: 'end' },
      { title: 'Betalas av', width: 112 },
    ],
    rows: Array.from({ length: rows }, (_, row) => [
      `BC${String(row + 1).padStart(2, '0')}`,
      pick(matters, row + seed),
      String((row % 5) + 1),
      kronor(850 + row * 370 + seed * 41),
      pick(people, row + seed),
    ]),
  }
}

function agreements(rows: number, seed: number): ContentTable {
  return {
    summary: 'Vem gör vad, och när',
    columns: [
      { title: 'Dag', width: 58 },
      { title: 'Ansvarig', width: 104 },
      { title: 'Åtgärd', width: 'fill' },
      { title: 'Källa', width: 92 },
      { title: 'Läge', width: 48 },
    ],
    rows: Array.from({ length: rows }, (_, row) => [
      day(row * 3 + seed),
      pick(people, row + seed),
      pick(matters, row * 2 + seed),
      pick(sources, row + seed),
      row % 3 === 0 ? 'Klart' : 'Pågår',
    ]),
  }
}

const subjects = [
  'Barnet',
  'Barnets vilja',
  'Bästa för barnet',
  'Familjen',
  'Mottagningen',
  'Risker',
  'Resan',
  'Skolan',
  'Hälsan',
  'Uppföljning',
]

/** Long tables fill a page, two short ones share the next: 14 rows to a table on average. */
function section(index: number): ContentSection {
  const isLong = index % 4 === 0 || index % 4 === 3
  const subject = pick(subjects, Math.floor(index / 2))
  return {
    heading: isLong ? `${subject}: överenskommelser` : `${subject}: kostnader`,
    paragraphs: [
      'Uppgifterna kommer ur ärendets register och gäller den dag som står i sidhuvudet. Det som ändras efter beslutet förs in i en ny version av planen, som undertecknas på nytt.',
      `Ansvarig för avsnittet är ${pick(people, index)}. Barnet har fått avsnittet uppläst på sitt eget språk och har kunnat ställa frågor.`,
    ],
    table: isLong ? agreements(17, index) : budget(11, index),
    points: [
      'Skicka inte planen vidare utan att fråga samordnaren.',
      'Ring samordnaren samma dag om något i tabellen inte går att hålla, och därefter mottagaren.',
    ],
  }
}

export const tableCount = 20

export const planContent: PlanContent = {
  reference: 'HV‑2026‑0001',
  title: 'Återvändande- och återintegrationsplan',
  secondLine: 'Version 2 · 2026‑09‑30 · Exemplar för mottagaren',
  classification: 'SEKRETESS',
  footer: 'Är barnet i fara? Ring 112. Ring sedan samordnaren.',
  sections: Array.from({ length: tableCount }, (_, index) => section(index)),
  signatures: { heading: 'Underskrifter', boxes: ['För organisationen', 'För mottagaren'] },
}

export const planJson: Uint8Array = new TextEncoder().encode(JSON.stringify(planContent))
