/** Says what is wrong with an XML fragment, or nothing: tags nest, attributes are quoted and unique, no stray markup in text. */
export function markupFault(xml: string): string | undefined {
  const open: string[] = []
  const token = /<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/y
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const found = token.exec(xml)
    if (found === null) return `no tag or text at ${at}: ${xml.slice(at, at + 40)}`
    const [whole, closed, opened, attributes = '', alone, text] = found
    if (closed !== undefined && open.pop() !== closed) return `</${closed}> closes another element`
    const names = [...attributes.matchAll(/ ([\w:-]+)=/g)].map(([, name]) => name)
    if (new Set(names).size !== names.length) return `an attribute stands twice in ${whole}`
    if (opened !== undefined && alone === '') open.push(opened)
    if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text ?? attributes)) return `a bare & in ${whole}`
  }
  return open.length === 0 ? undefined : `${open.join(', ')} never closed`
}
