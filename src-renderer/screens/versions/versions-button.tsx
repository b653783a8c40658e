import { type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import type { VersionKind } from '#domain/changes/versions.ts'
import { showVersions } from '../../app/actions/versions.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { VersionsDrawer } from './versions-drawer.tsx'

type Given = { readonly reference: string; readonly kinds: readonly [VersionKind, ...VersionKind[]] }

/** Opens the versions of what a section shows. */
export function VersionsButton({ reference, kinds }: Given): ReactNode {
  const [open, setOpen] = useState(false)
  // The drawer stands beside the whole screen, not within the row of the button.
  const place = document.querySelector('main')?.parentElement
  return (
    <>
      <ActionButton action={showVersions} context={{ open: () => setOpen(true) }} />
      {open && place != null
        ? createPortal(<VersionsDrawer reference={reference} kinds={kinds} onClose={() => setOpen(false)} />, place)
        : null}
    </>
  )
}
