import { type ReactNode, useEffect, useRef } from 'react'
import type { Picture } from '#domain/pictures/picture.ts'
import css from './picture.module.css'

/** Puts a picture of the domain into the page. It is read as SVG, never as HTML. */
export function PictureFrame({ picture, label }: { readonly picture: Picture; readonly label: string }): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const { svg } = picture
  useEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    drawn.setAttribute('width', '100%')
    drawn.removeAttribute('height')
    drawn.setAttribute('aria-hidden', 'true')
    frame.current?.replaceChildren(document.importNode(drawn, true))
  }, [svg])
  return <div ref={frame} className={css['frame']} role="img" aria-label={label} />
}
