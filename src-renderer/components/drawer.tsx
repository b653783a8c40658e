import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useMedia } from '../app/preferences.tsx'
import { useSpeech } from '../app/text.ts'
import buttons from './button.module.css'
import { cx } from './cx.ts'
import css from './drawer.module.css'

type Given = { readonly label: string; readonly overline: string; readonly onClose: () => void; readonly children: ReactNode }

/** A side sheet: beside the screen from 1200 px on, over it below. Esc closes, and focus returns to where it was. */
export function Drawer(given: Given): ReactNode {
  return useMedia('(min-width: 1200px)') ? <BesideDrawer {...given} /> : <OverDrawer {...given} />
}

function BesideDrawer({ label, overline, onClose, children }: Given): ReactNode {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    sheet.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [onClose])
  return (
    <div ref={sheet} className={css['drawer']} role="dialog" aria-label={label} data-pane="">
      <DrawerHead overline={overline} onClose={onClose} />
      {children}
    </div>
  )
}

function OverDrawer({ label, overline, onClose, children }: Given): ReactNode {
  return (
    <ModalOverlay className={cx(css['overlay'])} isOpen isDismissable onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className={cx(css['modal'])}>
        <Dialog aria-label={label}>
          <DrawerHead overline={overline} onClose={onClose} />
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function DrawerHead({ overline, onClose }: Pick<Given, 'overline' | 'onClose'>): ReactNode {
  const { t } = useSpeech()
  return (
    <div className={css['head']}>
      {overline}
      <Button className={cx(buttons['button'], buttons['bar'], css['close'])} onPress={onClose} aria-label={t('action.close')} autoFocus>
        <X size={18} strokeWidth={1.75} aria-hidden="true" />
      </Button>
    </div>
  )
}

/** A part of a drawer, divided from the next by a line. */
export const DrawerPart = ({ children }: { readonly children: ReactNode }): ReactNode => <div className={css['part']}>{children}</div>
