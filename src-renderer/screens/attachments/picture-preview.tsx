import { type ReactNode, useEffect, useState } from 'react'
import css from './attachments.module.css'
import type { Content } from './read-content.ts'

type Given = { readonly content: Content; readonly name: string; readonly onSpoiled: () => void }

/** A picture from this window's memory; its address is let go with it. */
export function PicturePreview({ content, name, onSpoiled }: Given): ReactNode {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([content.bytes], { type: content.mediaType }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  if (address === undefined) return null
  return (
    <div className={css['frame']}>
      <img src={address} alt={name} onError={onSpoiled} />
    </div>
  )
}
