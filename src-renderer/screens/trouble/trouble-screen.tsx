import { RotateCw, X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Button } from 'react-aria-components'
import type { Failure } from '#contract/operations.ts'
import { officeZone } from '#domain/dates.ts'
import { adviceKey, isAcceptable, type StartFact } from '#domain/starts/safe-facts.ts'
import { useAnswer } from '../../app/queries.ts'
import { type Speech, useSpeech, type Values } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { GoOn } from './go-on.tsx'
import css from './trouble.module.css'
import { type TroubleFact, TroubleFrame } from './trouble-frame.tsx'

type Given = {
  readonly failure: Failure
  /** Looks again, as if Hemväg had just been started. */
  readonly onRetry: () => void
}

/** The register does not open: what happened, what was checked just now, what a person can do. Nothing is mended in place. */
export function TroubleScreen({ failure, onRetry }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { code } = failure
  const examined = useAnswer('register.examine', { trouble: code })
  const values = spoken(failure.values ?? {}, speech)
  useEscape(closeWindow)
  if (examined.isPending) return null
  const { facts = [], reference = null } = examined.data ?? {}
  return (
    <TroubleFrame
      title={t(`start.${code}.title`, values)}
      sentence={t(`start.${code}.what`, values)}
      status={isAcceptable(code) ? 'alarm' : 'stop'}
      facts={facts.map((fact) => shown(fact, speech))}
      advice={t(adviceKey(code, values['file']), values)}
      reference={reference ?? undefined}
    >
      <Button className={cx(buttons['button'], buttons['primary'], css['wide'])} onPress={onRetry} data-primary="" data-action="retry">
        <RotateCw size={17} strokeWidth={1.75} aria-hidden="true" />
        {t('start.retry')}
      </Button>
      <div className={css['others']}>
        {isAcceptable(code) ? <GoOn code={code} consequence={t(`start.${code}.accept`, values)} /> : null}
        <Button className={cx(buttons['button'])} onPress={closeWindow} data-action="close">
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
          {t('start.close')}
        </Button>
      </div>
    </TroubleFrame>
  )
}

const closeWindow = (): void => window.close()

function useEscape(run: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) run()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [run])
}

function shown({ code, standing, values }: StartFact, speech: Speech): TroubleFact {
  const said = spoken(values, speech)
  return { id: code, status: standing, title: speech.t(`start.fact.${code}`, said), detail: speech.t(`start.fact.${code}.detail`, said) }
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** `5 okt 2026 14:31`, by the office's clock: who reads this sits at the machine itself. */
function moment(iso: string, { day }: Speech): string {
  const at = new Date(iso)
  const time = at.toLocaleTimeString('sv', { timeZone: officeZone, hour: '2-digit', minute: '2-digit' })
  return `${day(at.toLocaleDateString('sv', { timeZone: officeZone }))} ${time}`
}

/** Instants as a person reads them. */
const spoken = (values: Values, speech: Speech): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' && instant.test(value) ? moment(value, speech) : value]),
  )
