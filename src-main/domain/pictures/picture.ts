/** What a picture says, as a message key with its values. */
export type Alternative = { readonly key: string; readonly values: Readonly<Record<string, string | number>> }

/** A picture as a complete `<svg>` element; sizes in points. Only presentation attributes, so that a strict content policy lets it stand. */
export type Picture = {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly alternative: Alternative
}

/** The same data as a table, shown beside or instead of the picture. */
export type TableTwin = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
