type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

function mapped(value: Json, change: (text: string, path: string) => string, path: string): Json {
  if (typeof value === 'string') return change(value, path)
  if (Array.isArray(value)) return value.map((each: Json, index) => mapped(each, change, `${path}[${index}]`))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapped(each, change, path === '' ? key : `${path}.${key}`)]))
  return value
}

/** The same plain data with each text changed; `path` is where it stands, `child.strengths[0]`. */
export const mapTexts = <Data>(data: Data, change: (text: string, path: string) => string): Data => mapped(data as Json, change, '') as Data

export function textsIn(data: unknown): ReadonlySet<string> {
  const texts = new Set<string>()
  mapped(
    data as Json,
    (text) => {
      texts.add(text.trim())
      return text
    },
    '',
  )
  return texts
}
